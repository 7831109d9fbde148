using System.Collections;
using Adapters.Generator.Binding;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Tests.Diagnostics;

/// <summary>An exception nobody expected becomes one finding that names the file, not a crash of the host.</summary>
public sealed class FailureTests
{
    [Fact]
    public void A_defect_of_the_compiler_is_one_finding()
    {
        var result = SpecBinder.Bind(new Broken());

        Assert.Null(result.Model);
        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(
            "venue/exchange.yaml(1,1): error ADP099: The compiler failed on venue: InvalidOperationException: no more. "
            + "This is a defect of the compiler; please report it",
            found.ToString());
    }

    // Stands for any part of the compiler that fails.
    private sealed class Broken : IReadOnlyList<ReadFile>
    {
        public int Count => 1;

        public ReadFile this[int index] => ReadFile.Of(new SpecFile("venue/exchange.yaml", "language: 1"));

        public IEnumerator<ReadFile> GetEnumerator() => throw new InvalidOperationException("no more\nat all");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
