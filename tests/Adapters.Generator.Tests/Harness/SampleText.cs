using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Generator.Tests.Harness;

/// <summary>A sample, as the build hands it to the analyzers: only its path is of interest.</summary>
internal sealed class SampleText(string samplePath) : AdditionalText
{
    public string SamplePath => samplePath;

    public override string Path => "/repo/specs/" + samplePath;

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Samples are never read.");
}
