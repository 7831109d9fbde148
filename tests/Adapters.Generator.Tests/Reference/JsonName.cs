using System.Text.Json;

namespace Adapters.Generator.Tests.Reference;

/// <summary>The name of a field as it stands in a text.</summary>
/// <param name="Text">The name; null where its bytes or escapes are no Unicode.</param>
/// <param name="IsBrokenEscape">It has escapes that are no Unicode.</param>
internal sealed record JsonName(string? Text, bool IsBrokenEscape)
{
    /// <summary>The name that a parser stands on.</summary>
    public static JsonName Of(ref Utf8JsonReader reader)
    {
        try
        {
            return new JsonName(reader.GetString(), false);
        }
        catch (InvalidOperationException)
        {
            return new JsonName(null, reader.ValueIsEscaped);
        }
    }
}
