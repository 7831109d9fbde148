using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Generator.Tests.Harness;

/// <summary>A specification file in memory, as the build hands it to the compiler.</summary>
/// <param name="specPath">Its path from the spec root: <c>venue/spot/product.yaml</c>.</param>
/// <param name="root">Where the spec root lies on this machine.</param>
internal sealed class SpecText(string specPath, string text, string root = "/repo/specs/") : AdditionalText
{
    public string SpecPath => specPath;

    public string Exchange => specPath.Split('/')[0];

    public override string Path => root + specPath;

    public string Text => text;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    private readonly SourceText _text = SourceText.From(text);
}
