using System.Buffers;
using System.Text;
using Adapters.Catalogue;

namespace Adapters.Runtime.Tests.Catalogue;

public sealed class FrameTemplateTests
{
    private static readonly FrameTemplate Answer = new(
        """{"id":"$id","result?":"$payload","error?":{"code":"$code","msg":"$message","data?":"$data"},"limits":"$limits?"}""");

    [Fact]
    public void An_optional_key_falls_away_with_what_it_lacks()
    {
        Assert.Equal("""{"id":1,"result":[]}""", Write(Answer, ("id", "1"), ("payload", "[]")));
        Assert.Equal(
            """{"id":1,"error":{"code":-1,"msg":"no"}}""", Write(Answer, ("id", "1"), ("code", "-1"), ("message", "\"no\"")));
        Assert.Equal(
            """{"id":1,"error":{"code":-1,"msg":"no","data":{}},"limits":[1]}""",
            Write(Answer, ("id", "1"), ("code", "-1"), ("message", "\"no\""), ("data", "{}"), ("limits", "[1]")));
    }

    [Fact]
    public void A_key_that_must_be_there_needs_its_value()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Write(Answer, ("payload", "[]")));
        Assert.Contains("$id", error.Message, StringComparison.Ordinal);
    }

    private static string Write(FrameTemplate template, params (string Name, string Json)[] values)
    {
        var output = new ArrayBufferWriter<byte>();
        template.Write(output, name => values.FirstOrDefault(value => value.Name == name).Json);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
