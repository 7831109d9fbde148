using Adapters.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Generator.Template;

/// <summary>Looks at one handwritten file of an exchange.</summary>
/// <param name="path">Below the project's folder.</param>
internal sealed class FileChecks(ExchangeProject project, string path, SemanticModel semantics, Action<Diagnostic> report)
{
    private static readonly string[] ForbiddenSpaces =
        ["System.Text.Json", "System.Net.Http", "System.Net.WebSockets", "System.Net.Sockets", "Newtonsoft.Json", "YamlDotNet"];

    // What separates the words of a query or of JSON that somebody writes by hand.
    private static readonly char[] Separators = ['"', '=', '&', '?', '{', '}', ',', ':', ' '];

    private readonly SyntaxTree _tree = semantics.SyntaxTree;

    /// <summary>Looks.</summary>
    /// <param name="mostLines">Lines a file may have.</param>
    public void Run(int mostLines, ISet<string> wireNames, CancellationToken cancellation)
    {
        var root = _tree.GetRoot(cancellation);
        if (!TemplateFiles.IsPermitted(path, project.Model)) Report(TemplateRules.MisplacedFile, Start(root), path);
        var part = TemplateFiles.PartOf(path, project.Model);
        if (part is not null && !ExchangeProject.TypesOf(root).Any(type => type.Contains(part)))
        {
            Report(TemplateRules.ForeignRole, Start(root), path, part);
        }
        Transport(root, cancellation);
        if (part is not null) Wire(root, wireNames);
        var lines = _tree.GetText(cancellation).Lines.Count - 1;
        if (lines > mostLines) Report(TemplateRules.LongFile, Start(root), path, $"{lines}", $"{mostLines}");
    }

    private void Transport(SyntaxNode root, CancellationToken cancellation)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is UsingDirectiveSyntax { Name: { } used } && ForbiddenSpaces.Any(space => IsWithin(used.ToString(), space)))
            {
                Report(TemplateRules.ForbiddenApi, used.Span, used.ToString());
            }
            else if (node is SimpleNameSyntax { Parent: not NameEqualsSyntax } name && TypeOf(name, cancellation) is { } type
                && type.ContainingNamespace?.ToDisplayString() is { } within && ForbiddenSpaces.Any(space => IsWithin(within, space)))
            {
                Report(TemplateRules.ForbiddenApi, name.Span, type.Name);
            }
        }
    }

    // The type that a name stands for; 'var' stands for the type it hides.
    private INamedTypeSymbol? TypeOf(SimpleNameSyntax name, CancellationToken cancellation) =>
        semantics.GetSymbolInfo(name, cancellation).Symbol switch
        {
            INamedTypeSymbol type => type,
            IMethodSymbol { MethodKind: MethodKind.Constructor } attribute => attribute.ContainingType,
            IMethodSymbol { IsExtensionMethod: true } method => method.ContainingType,
            _ => null,
        };

    private void Wire(SyntaxNode root, ISet<string> names)
    {
        foreach (var token in root.DescendantTokens())
        {
            if (!IsText(token.Kind())) continue;
            var text = token.ValueText;
            var said = names.Contains(text) ? text : IsWritten(text) ? text.Split(Separators).FirstOrDefault(names.Contains) : null;
            if (said is not null) Report(TemplateRules.WireName, token.Span, said);
        }
    }

    private static bool IsText(SyntaxKind kind) => kind is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
        or SyntaxKind.InterpolatedStringTextToken;

    // A query or JSON; a sentence may say 'price' as it likes.
    private static bool IsWritten(string text) => text.IndexOf('"') >= 0 || (text.IndexOf('=') >= 0 && text.IndexOf(' ') < 0);

    private static bool IsWithin(string name, string space) =>
        name.StartsWith(space, StringComparison.Ordinal) && (name.Length == space.Length || name[space.Length] == '.');

    // The first word that is said, so that an editor underlines little.
    private static TextSpan Start(SyntaxNode root) => root.GetFirstToken().Span;

    private void Report(DiagnosticRule rule, TextSpan span, params string[] arguments) =>
        report(Diagnostic.Create(Descriptors.Of(rule), Location.Create(_tree, span), arguments.Cast<object>().ToArray()));
}
