using System.Collections.Immutable;
using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Emission;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Generator;

/// <summary>
/// The compiler: specifications among the additional files become code. Nothing of the C# compilation is read, so an
/// edit of a C# file runs nothing again, and an edit of a specification only what its exchange needs.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SpecGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps, in order; tests follow them.</summary>
    internal static readonly ImmutableArray<string> Steps = ["Settings", "Files", "Read", "Exchanges", "Bound", "Models", "Parts", "Outputs", "Hashes", "Catalogues"];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => Settings.Of(options.GlobalOptions))
            .WithTrackingName("Settings");
        var files = context.AdditionalTextsProvider
            .Where(static text => text.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => SpecInput.Of(pair.Left, pair.Right.GetOptions(pair.Left), cancellation))
            .Where(static input => input is not null)
            .Select(static (input, _) => input!)
            .WithTrackingName("Files");
        var read = files
            .Select(static (input, _) => ReadInput.Of(input))
            .WithTrackingName("Read");
        var exchanges = read.Collect()
            .SelectMany(static (inputs, _) => ExchangeInput.Group(inputs))
            .WithTrackingName("Exchanges");
        var bound = exchanges
            .Select(static (exchange, _) => new BoundExchange(exchange.Places, SpecBinder.Bind(exchange.Files)))
            .WithTrackingName("Bound");
        var models = bound
            .Select(static (exchange, _) => exchange.Result.Model)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName("Models");
        var parts = models.Combine(settings)
            .SelectMany(static (pair, _) =>
                pair.Right.IsServer ? ServerEmitter.Parts(pair.Left, pair.Right.RootNamespace) : ClientEmitter.Parts(pair.Left))
            .WithTrackingName("Parts");
        var outputs = parts
            .Select(static (part, _) => Emit(part))
            .WithTrackingName("Outputs");
        var hashes = models.Combine(outputs.Collect())
            .Select(static (pair, _) => new Hashed(pair.Left, SpecHash.Of(pair.Right.Where(output => output.Exchange == pair.Left.Name))))
            .WithTrackingName("Hashes");
        var catalogues = hashes.Combine(settings)
            .SelectMany(static (pair, _) => pair.Right.IsServer ? [] : Emit(pair.Left))
            .WithTrackingName("Catalogues");
        context.RegisterSourceOutput(bound, static (production, exchange) => Report(production, exchange));
        context.RegisterSourceOutput(outputs, static (production, output) => Add(production, output));
        context.RegisterSourceOutput(catalogues, static (production, output) => Add(production, output));
    }

    private static OutputFile Emit(EmissionPart part)
    {
        try
        {
            return part.Kind == PartKind.Wire ? ServerEmitter.Emit(part) : ClientEmitter.Emit(part);
        }
#pragma warning disable CA1031 // a defect of the compiler must become a diagnostic, not a crash of the host
        catch (Exception error)
#pragma warning restore CA1031
        {
            return OutputFile.Failure(part.Model.Name, error);
        }
    }

    private static IReadOnlyList<OutputFile> Emit(Hashed hashed)
    {
        try
        {
            return [.. ClientEmitter.Catalogues(hashed.Model, hashed.Hash)];
        }
#pragma warning disable CA1031 // as above
        catch (Exception error)
#pragma warning restore CA1031
        {
            return [OutputFile.Failure(hashed.Model.Name, error)];
        }
    }

    private static void Add(SourceProductionContext production, OutputFile output)
    {
        if (output.Error is null) production.AddSource(output.Name, SourceText.From(output.Text, System.Text.Encoding.UTF8));
        else production.ReportDiagnostic(Diagnostic.Create(Descriptors.Of("ADP099"), Location.None, output.Name, output.Error));
    }

    private static void Report(SourceProductionContext production, BoundExchange exchange)
    {
        foreach (var diagnostic in exchange.Result.Diagnostics)
        {
            var path = exchange.Places.FirstOrDefault(place => place.Name == diagnostic.Path)?.Value ?? diagnostic.Path;
            production.ReportDiagnostic(SpecSources.ToDiagnostic(diagnostic, path));
        }
    }

    // A model and what its files hash to.
    private sealed record Hashed(ExchangeModel Model, string Hash);

    private sealed record BoundExchange(EquatableArray<PairModel> Places, BindResult Result);
}
