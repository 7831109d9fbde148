using System.Globalization;
using System.Numerics;

namespace Adapters.Generator.Tests.Reference;

/// <summary>How values are written down to be compared: each with its type, and every digit of it.</summary>
internal static class ValueText
{
    public const string Absent = "-";

    public static string Bool(bool value) => value ? "true" : "false";

    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Exact(BigInteger mantissa, int scale) => $"{mantissa.ToString(CultureInfo.InvariantCulture)}e-{scale}";

    public static string Beyond(string digits) => $"beyond {digits}";

    public static string Time(long nanoseconds) => $"{Whole(nanoseconds)} ns";

    public static string Text(string text) => $"\"{text}\"";

    public static string Json(string text) => $"json {text}";

    public static string Enum(int index, string text) => $"#{index} \"{text}\"";

    public static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    public static string Record(IEnumerable<(string Property, string Value)> values) =>
        $"{{ {string.Join("; ", values.Select(static value => $"{value.Property} {value.Value}"))} }}";
}
