using System.Globalization;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Rest;

/// <summary>How values are written as text, in UTF-8.</summary>
internal static class ValueText
{
    internal static void Write(ByteBuffer output, string value)
    {
        var written = Encoding.UTF8.GetBytes(value, output.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length)));
        output.Advance(written);
    }

    internal static void Write(ByteBuffer output, bool value) => output.Append(value ? "true"u8 : "false"u8);

    internal static void Write(ByteBuffer output, long value) =>
        output.Advance(NumberText.Write(value, output.GetSpan(NumberText.MaxLength)));

    /// <summary>A decimal with all its digits; decimals have no exponent form.</summary>
    internal static void Write(ByteBuffer output, decimal value) =>
        output.Advance(NumberText.Write(value, output.GetSpan(NumberText.MaxLength)));

    internal static void Write(ByteBuffer output, Timestamp value, ParameterInfo parameter)
    {
        switch (parameter.Kind)
        {
            case ParameterKind.TimeS:
                Write(output, value.UnixSeconds);
                break;
            case ParameterKind.TimeMs:
                Write(output, value.UnixMilliseconds);
                break;
            case ParameterKind.TimeUs:
                Write(output, value.UnixMicroseconds);
                break;
            case ParameterKind.TimeNs:
                Write(output, value.UnixNanoseconds);
                break;
            case ParameterKind.TimeIso:
                Write(output, value.ToString());
                break;
            default:
                throw new ArgumentException($"The parameter '{parameter.Name}' is no time.", nameof(parameter));
        }
    }

    /// <summary>Text in JSON's quotes.</summary>
    internal static void Quote(ByteBuffer output, ReadOnlySpan<byte> utf8)
    {
        output.Append((byte)'"');
        foreach (var c in utf8)
        {
            if (c is (byte)'"' or (byte)'\\')
            {
                output.Append((byte)'\\');
                output.Append(c);
            }
            else if (c < 0x20)
            {
                output.Append("\\u00"u8);
                c.TryFormat(output.GetSpan(2), out var written, "x2", CultureInfo.InvariantCulture);
                output.Advance(written);
            }
            else
            {
                output.Append(c);
            }
        }

        output.Append((byte)'"');
    }

    /// <summary>In JSON the value stands in quotes.</summary>
    internal static bool IsQuoted(ParameterKind kind, bool decimalsAsText) => kind switch
    {
        ParameterKind.Bool or ParameterKind.Int or ParameterKind.Long or ParameterKind.Json => false,
        ParameterKind.TimeS or ParameterKind.TimeMs or ParameterKind.TimeUs or ParameterKind.TimeNs => false,
        ParameterKind.Decimal => decimalsAsText,
        _ => true,
    };
}
