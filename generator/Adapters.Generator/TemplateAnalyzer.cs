using System.Collections.Immutable;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Template;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypeKind = Microsoft.CodeAnalysis.TypeKind;

namespace Adapters.Generator;

/// <summary>
/// Keeps exchanges to the template: the files their specification asks for and no others, and in them no transport, no
/// JSON, no wire names and no other exchange. It looks at projects with <c>IsExchangeProject</c> (every project under src) or
/// <c>AdaptersTemplate</c> (whoever asks for it); the places of missing files are in the specification, which asks for them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TemplateAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Property of a finding: the file that is missing.</summary>
    public const string File = "File";

    /// <summary>Property of a finding: what the file is for.</summary>
    public const string Role = "Role";

    /// <summary>Property of a finding: the type that is missing.</summary>
    public const string Type = "Type";

    /// <summary>Property of a finding: the exchange.</summary>
    public const string Exchange = "Exchange";

    /// <summary>Property of a finding: namespace of the product's generated code.</summary>
    public const string Space = "Space";

    private const int MostLines = 300;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. TemplateRules.All.Select(Descriptors.Of)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!IsTrue(options, "IsExchangeProject") && !IsTrue(options, "AdaptersTemplate")) return;
        if (!options.TryGetValue("build_property.ProjectDir", out var folder) || folder.Length == 0) return;
        var specs = SpecSources.Of(context.Options, context.CancellationToken);
        if (specs.Exchanges.Count == 0) return;
        if (specs.Exchanges.Count > 1)
        {
            context.RegisterAdditionalFileAction(file => Together(file, specs));
            return;
        }
        var exchange = specs.Exchanges[0];
        var look = SpecLook.At(exchange);
        if (look.Model is null || look.Outline is null) return;
        var project = new ExchangeProject(look.Model, look.Outline, folder, context.Compilation.SyntaxTrees);
        var wireNames = new Lazy<HashSet<string>>(() => WireNames.Of(look.Model));
        var compilation = context.Compilation;
        context.RegisterAdditionalFileAction(file => Missing(file, project, exchange, compilation));
        context.RegisterSemanticModelAction(model =>
        {
            if (project.PathOf(model.SemanticModel.SyntaxTree) is not { } path) return;
            new FileChecks(project, path, model.SemanticModel, model.ReportDiagnostic).Run(MostLines, wireNames.Value, model.CancellationToken);
        });
    }

    private static void Missing(AdditionalFileAnalysisContext context, ExchangeProject project, SpecSource exchange, Compilation compilation)
    {
        foreach (var file in TemplateFiles.Demanded(project.Model, project.Outline))
        {
            if (exchange.PlaceOf(file.Place.Path) != context.AdditionalFile.Path || IsThere(project, file, context.CancellationToken)) continue;
            var (rule, arguments) = file.Role switch
            {
                "Signer" => (TemplateRules.MissingSigner, new[] { file.Type }),
                "Builder" => (TemplateRules.MissingBuilder, [file.Type]),
                _ => (TemplateRules.MissingPart, [file.Path, file.Type]),
            };
            var finding = new SpecDiagnostic(rule, file.Place.Path, file.Place.Line, file.Place.Column, file.Place.Length, arguments.ToEquatableArray());
            context.ReportDiagnostic(SpecSources.ToDiagnostic(finding, context.AdditionalFile.Path, Properties(project, file)));
        }
        foreach (var other in Others(compilation)) Sees(context, exchange, project.Outline, other);
    }

    // Which files belong to which exchange cannot be told; each of them is told of the first.
    private static void Together(AdditionalFileAnalysisContext context, SpecSources specs)
    {
        var looks = specs.Exchanges.Select(exchange => (Exchange: exchange, Look: SpecLook.At(exchange))).ToList();
        foreach (var (exchange, look) in looks.Skip(1))
        {
            if (look.Outline is { } outline) Sees(context, exchange, outline, looks[0].Look.Model?.Name ?? looks[0].Exchange.Exchange);
        }
    }

    private static void Sees(AdditionalFileAnalysisContext context, SpecSource exchange, SpecOutline outline, string other)
    {
        var start = outline.At("exchange", null);
        if (exchange.PlaceOf(start.Path) != context.AdditionalFile.Path) return;
        var finding = new SpecDiagnostic(
            TemplateRules.ForeignExchange, start.Path, start.Line, start.Column, start.Length, new[] { other }.ToEquatableArray());
        context.ReportDiagnostic(SpecSources.ToDiagnostic(finding, context.AdditionalFile.Path));
    }

    private static bool IsTrue(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    // What products do apart may take the place of what they share.
    private static bool IsThere(ExchangeProject project, TemplateFile file, CancellationToken cancellation) =>
        project.Declares(file.Path, file.Type, cancellation)
        || (file.Path.StartsWith("Connector/", StringComparison.Ordinal)
            && project.Files.Any(path => TemplateFiles.PartOf(path, project.Model) == file.Role));

    private static ImmutableDictionary<string, string?> Properties(ExchangeProject project, TemplateFile file)
    {
        var product = project.Model.Products.FirstOrDefault(candidate => candidate.TypeName == file.Type) ?? (project.Model.Products.Count > 0 ? project.Model.Products[0] : null);
        var space = $"Adapters.{project.Model.Name}" + (product?.Folder is null ? "" : "." + product.Folder);
        return new Dictionary<string, string?>
        {
            [File] = file.Path,
            [Role] = file.Role,
            [Type] = file.Type,
            [Exchange] = project.Model.Name,
            [Space] = space,
        }.ToImmutableDictionary();
    }

    // An assembly that was compiled against the runtime and has a connector is an exchange.
    private static IEnumerable<string> Others(Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName("Adapters.Capabilities.IExchangeConnector") is not { } connector) yield break;
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            var runtime = connector.ContainingAssembly.Identity.Name;
            if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(other => other.Name == runtime))) continue;
            var space = assembly.GlobalNamespace.GetNamespaceMembers().FirstOrDefault(candidate => candidate.Name == "Adapters");
            if (space is not null && HasConnector(space, connector)) yield return assembly.Name;
        }
    }

    private static bool HasConnector(INamespaceSymbol space, INamedTypeSymbol connector) =>
        space.GetTypeMembers().Any(type => type.TypeKind == TypeKind.Class && type.AllInterfaces.Contains(connector, SymbolEqualityComparer.Default))
        || space.GetNamespaceMembers().Any(inner => HasConnector(inner, connector));
}
