using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Adapters.Generator.Tests.Harness;

/// <summary>What MSBuild tells the compiler about the project and its specification files.</summary>
internal sealed class SpecOptions(bool isServer, string rootNamespace = "Trial", string? template = null) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new Dictionary<string, string>
    {
        ["build_property.AdaptersServer"] = isServer ? "true" : "",
        ["build_property.RootNamespace"] = rootNamespace,
        ["build_property.ProjectDir"] = AnalyzerHost.Folder,
        ["build_property." + (template ?? "IsExchangeProject")] = template is null ? "" : "true",
    });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is not SpecText spec
        ? new Values(textFile is SampleText sample ? new() { ["build_metadata.AdditionalFiles.AdaptersSample"] = sample.SamplePath } : [])
        : new Values(new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.AdaptersSpec"] = spec.Exchange,
            ["build_metadata.AdditionalFiles.AdaptersSpecPath"] = spec.SpecPath,
        });

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
