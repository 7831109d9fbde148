using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Hostile;

/// <summary>A real specification, cut off anywhere: findings or code.</summary>
public sealed class CutTests
{
    [Fact]
    public void A_specification_cut_off_anywhere_is_reported()
    {
        var files = Repository.Spec("binance");
        foreach (var file in files)
        {
            for (var length = 0; length < file.Text.Length; length += 193)
            {
                Hostile.Run(files.With(file, file.Text[..length]), $"{file.SpecPath} cut off at {length}", length % 2 == 1);
            }
        }
    }
}
