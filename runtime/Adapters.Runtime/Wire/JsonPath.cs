using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Adapters.Wire;

/// <summary>Names a place of a JSON text, for example <c>$.symbols[0].filters[2].tickSize</c>. It walks the text from
/// its start, so it is meant for failures and for observers.</summary>
public static class JsonPath
{
    private const int ShownNameLength = 64;

    /// <summary>The path of the value that begins at the offset or holds it. Where the text is malformed before the
    /// offset, the path of the last value before that. Never throws.</summary>
    /// <param name="utf8">The whole text.</param>
    /// <param name="offset">Bytes from its start.</param>
    public static string At(ReadOnlySpan<byte> utf8, int offset) => At(utf8, [offset])[0];

    /// <summary>The paths of several values, found in one walk. Never throws.</summary>
    /// <param name="utf8">The whole text.</param>
    /// <param name="offsets">Bytes from its start, ascending.</param>
    public static string[] At(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets)
    {
        var paths = new string[offsets.Length];
        var found = 0;
        var steps = new List<Step>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = WireReader.MaxDepth });
        try
        {
            while (found < paths.Length && reader.Read())
            {
                // Bytes between two tokens belong to the token before them.
                while (found < paths.Length && reader.TokenStartIndex > offsets[found])
                {
                    paths[found++] = Write(steps);
                }

                Follow(steps, ref reader);
                while (found < paths.Length && reader.TokenType != JsonTokenType.PropertyName && reader.BytesConsumed > offsets[found])
                {
                    paths[found++] = Write(steps);
                }
            }
        }
        catch (JsonException)
        {
            // The path up to the malformed place is what there is to tell.
        }

        paths.AsSpan(found).Fill(Write(steps));
        return paths;
    }

    private static void Follow(List<Step> steps, ref Utf8JsonReader reader)
    {
        // The innermost step belongs to the container at this depth; deeper ones are done with.
        var depth = reader.CurrentDepth;
        var isEnd = reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;
        var isName = reader.TokenType == JsonTokenType.PropertyName;
        if (steps.Count > depth)
        {
            steps.RemoveRange(depth, steps.Count - depth);
        }

        if (isName)
        {
            steps[depth - 1] = new Step { Name = Name(ref reader) };
        }
        else if (!isEnd && depth > 0 && steps[depth - 1].Name is null)
        {
            steps[depth - 1] = new Step { Index = steps[depth - 1].Index + 1 };
        }

        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            steps.Add(new Step { Index = -1 });
        }
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }

    private static string Write(List<Step> steps)
    {
        var path = new StringBuilder("$");
        foreach (var step in steps)
        {
            if (step.Name is null)
            {
                // Not yet inside: the container itself is meant.
                _ = step.Index < 0
                    ? path
                    : path.Append('[').Append(step.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else if (step.Name.Length is > 0 and <= ShownNameLength && step.Name.All(IsPlain))
            {
                path.Append('.').Append(step.Name);
            }
            else
            {
                path.Append("['").Append(Shorten(step.Name)).Append("']");
            }
        }

        return path.ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '@' or '!';

    private static string Shorten(string name)
    {
        var shown = name.Length <= ShownNameLength ? name : name[..ShownNameLength] + "...";
        return string.Concat(shown.Select(static c => char.IsControl(c) || c == '\'' ? '?' : c));
    }

    private struct Step
    {
        internal string? Name;
        internal int Index;
    }
}
