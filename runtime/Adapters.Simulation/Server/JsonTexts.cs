using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Adapters.Catalogue;

namespace Adapters.Simulation.Server;

/// <summary>Texts as JSON, and frames made of them.</summary>
public static class JsonTexts
{
    /// <summary>A text with its quotes; letters of any script stay as they are.</summary>
    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>Texts as a JSON array.</summary>
    public static string Array(IEnumerable<string> texts) => $"[{string.Join(',', texts.Select(Quote))}]";

    /// <summary>Fills a frame in.</summary>
    /// <param name="template">Its form.</param>
    /// <param name="values">Raw JSON by placeholder; null is none.</param>
    public static byte[] Fill(this FrameTemplate template, params ReadOnlySpan<(string Name, string? Json)> values)
    {
        ArgumentNullException.ThrowIfNull(template);
        var known = new Dictionary<string, string?>(values.Length);
        foreach (var (name, json) in values)
        {
            known[name] = json;
        }

        var output = new ArrayBufferWriter<byte>();
        template.Write(output, name => known.GetValueOrDefault(name));
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Finds a placeholder's JSON in a frame; null where the frame has another form.</summary>
    internal static Dictionary<string, string>? Read(this FrameTemplate template, ReadOnlyMemory<byte> frame)
    {
        var captures = new Range[template.Placeholders.Count];
        if (!template.TryMatch(frame.Span, captures))
        {
            return null;
        }

        var found = new Dictionary<string, string>(captures.Length);
        for (var i = 0; i < captures.Length; i++)
        {
            var text = Encoding.UTF8.GetString(frame.Span[captures[i]]);
            if (text.Length > 0)
            {
                found[template.Placeholders[i]] = text;
            }
        }

        return found;
    }

    /// <summary>The texts of a JSON array; null where it is none or holds something else.</summary>
    internal static IReadOnlyList<string>? Texts(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Array
            && root.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
            ? [.. root.EnumerateArray().Select(static item => item.GetString()!)]
            : null;
    }
}
