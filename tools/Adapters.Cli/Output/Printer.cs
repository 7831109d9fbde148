using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Adapters.Cli.Output;

/// <summary>Where a command writes: tables and lines for people, or JSON, one object per line, for programs. Notes go to
/// standard error, so that results stay clean.</summary>
internal sealed class Printer(ToolHost host, bool isJson)
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = OneLine with { Indented = true };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>A program reads.</summary>
    public bool IsJson => isJson;

    /// <summary>A person looks at a screen that can be redrawn.</summary>
    public bool IsScreen => !isJson && host.Terminal.IsOutput;

    /// <summary>Writes one object on one line; on a screen indented where <paramref name="isPretty"/>.</summary>
    public void Json(Action<Utf8JsonWriter> write, bool isPretty = false)
    {
        _buffer.Clear();
        using (var json = new Utf8JsonWriter(_buffer, isPretty && IsScreen ? Indented : OneLine))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        host.Out.WriteLine(Encoding.UTF8.GetString(_buffer.WrittenSpan));
    }

    /// <summary>Writes a line for people.</summary>
    public void Line(string text = "") => host.Out.WriteLine(text);

    /// <summary>Writes a table for people.</summary>
    public void Table(Table table)
    {
        if (IsScreen)
        {
            ScreenTable.Write(Screen.Of(host.Out, host.Terminal), table);
        }
        else
        {
            PlainTable.Write(host.Out, table);
        }
    }

    /// <summary>Says something beside the results.</summary>
    public void Note(string text) => host.Error.WriteLine("note: " + Printable.Of(text));

    /// <summary>Says where less came than was asked for: exchanges have bounds of their own, and keep quiet about them.</summary>
    /// <param name="came">How many came.</param>
    /// <param name="asked">How many were asked for; null where nobody said.</param>
    public void TellFewer(int came, int? asked)
    {
        if (came < asked)
        {
            Note(string.Create(
                CultureInfo.InvariantCulture,
                $"{came} of {asked} came: the exchange has no more, or gives no more at once."));
        }
    }

    /// <summary>Sends what was written on its way.</summary>
    public void Flush() => host.Out.Flush();
}
