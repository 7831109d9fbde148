using Adapters.Generator.Diagnostics;
using Adapters.Generator.Model;

namespace Adapters.Generator.Validation;

/// <summary>What lints look at: the model, where its specification says what, and the samples where they can be seen.</summary>
/// <param name="samples">Paths below the exchange's folder of samples; null where they cannot be seen.</param>
internal sealed class LintContext(
    ExchangeModel model, SpecOutline outline, IReadOnlyCollection<string>? samples, DiagnosticBag diagnostics)
{
    private readonly Dictionary<(string?, string), RecordModel> _records = model.Records.ToDictionary(record => (record.Scope, record.Name));
    private readonly Dictionary<(string?, string), EnumModel> _enums = model.Enums.ToDictionary(item => (item.Scope, item.Name));
    private Reach? _reach;

    /// <summary>What the specification means.</summary>
    public ExchangeModel Model => model;

    /// <summary>Where it says so.</summary>
    public SpecOutline Outline => outline;

    /// <summary>Paths of samples; null where they cannot be seen.</summary>
    public IReadOnlyCollection<string>? Samples => samples;

    /// <summary>What endpoints and channels lead to.</summary>
    public Reach Reach => _reach ??= new Reach(this);

    /// <summary>Reports.</summary>
    public void Report(Lint lint, OutlinePlace place, params string[] arguments) =>
        diagnostics.Report(lint.Rule, place.Path, place.Line, place.Column, place.Length, arguments);

    /// <summary>The record a type means, through lists and maps, if it means one.</summary>
    public RecordModel? RecordOf(TypeRef? type) => type switch
    {
        { Kind: TypeKind.List or TypeKind.Map } => RecordOf(type.Element),
        { Kind: TypeKind.Record } => _records.TryGetValue((type.Scope, type.Name!), out var record) ? record : null,
        _ => null,
    };

    /// <summary>The enum a type is, if it is one.</summary>
    public EnumModel? EnumOf(TypeRef? type) =>
        type is { Kind: TypeKind.Enum } && _enums.TryGetValue((type.Scope, type.Name!), out var found) ? found : null;

    /// <summary>The record whose fields a conversion reads first.</summary>
    public RecordModel? ElementOf(ConversionModel conversion) =>
        RecordOf(conversion.Each.Count > 0 ? conversion.Each[conversion.Each.Count - 1].Type : conversion.Source);

    /// <summary>A conversion as the specification writes it.</summary>
    public static string NameOf(ConversionModel conversion) => $"{conversion.Source.Name} -> {conversion.Target}";

    /// <summary>Something of one scope is seen from the other: shared things by all, a product's by itself.</summary>
    public static bool Sees(string? scope, string? other) => scope is null || other is null || scope == other;
}
