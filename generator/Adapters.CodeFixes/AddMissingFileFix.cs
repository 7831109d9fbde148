using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Adapters.CodeFixes;

/// <summary>
/// Adds a file that the template misses. Offered in the specification, on the line that asks for the file; what the file
/// has to say is left to its author, and the compiler asks for it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddMissingFileFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class AddMissingFileFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["ADP200", "ADP201", "ADP202"];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var finding in context.Diagnostics)
        {
            if (MissingFile.Of(finding) is not { } file) continue;
            var project = context.TextDocument.Project;
            context.RegisterCodeFix(
                CodeAction.Create($"Add {file.Path}", cancellation => AddAsync(project, file, cancellation), file.Path), finding);
        }
        return Task.CompletedTask;
    }

    private static async Task<Solution> AddAsync(Project project, MissingFile file, CancellationToken cancellation)
    {
        var parts = file.Path.Split('/');
        var folders = parts.Take(parts.Length - 1).ToArray();
        var there = project.Documents.FirstOrDefault(document => document.Name == parts[parts.Length - 1] && document.Folders.SequenceEqual(folders));
        if (there is null)
        {
            var folder = Path.GetDirectoryName(project.FilePath ?? "");
            var path = string.IsNullOrEmpty(folder) ? null : Path.Combine([folder!, .. parts]);
            return project.Solution.AddDocument(
                DocumentId.CreateNewId(project.Id), parts[parts.Length - 1], Skeletons.Of(file), folders, path);
        }
        // the file is there, the type is not: it goes behind what stands there
        var text = await there.GetTextAsync(cancellation).ConfigureAwait(false);
        var added = text.Replace(text.Length, 0, "\n" + Skeletons.TypeOf(file));
        return project.Solution.WithDocumentText(there.Id, added);
    }
}
