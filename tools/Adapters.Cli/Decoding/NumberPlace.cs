using System.Text;
using System.Text.Json;
using Adapters.Wire;

namespace Adapters.Cli.Decoding;

/// <summary>Finds where a number that decimal does not hold stands.</summary>
internal static class NumberPlace
{
    /// <summary>JSON path of the first number, or text of a number, that is written so; null where there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8, string number)
    {
        var wanted = Encoding.UTF8.GetBytes(number);
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if ((reader.TokenType == JsonTokenType.Number && reader.ValueSpan.SequenceEqual(wanted))
                || (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(wanted)))
            {
                return JsonPath.At(utf8, (int)reader.TokenStartIndex);
            }
        }

        return null;
    }
}
