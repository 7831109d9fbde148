using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Generator.Tests.Harness;

/// <summary>An additional file that the build does not call a specification.</summary>
internal sealed class OtherText(string path) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From("anything: at all");
}
