using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Adapters.Catalogue;
using Adapters.Cli.CommandLine;
using Adapters.Domain;

namespace Adapters.Cli.Requests;

/// <summary>Checks a parameter's text against what the specification says it holds.</summary>
internal static partial class ParameterText
{
    /// <summary>Throws where the text is none of the parameter's values; the message names it and what is accepted.</summary>
    /// <exception cref="UsageException">It is not accepted.</exception>
    public static void Check(EndpointInfo endpoint, ParameterInfo parameter, string text)
    {
        if (parameter.Constant is { } constant)
        {
            throw new UsageException($"{endpoint}: {parameter.Name} is always {constant}; leave it out.");
        }

        foreach (var item in parameter.IsList ? Items(endpoint, parameter, text) : [text])
        {
            if (!IsAccepted(parameter, item))
            {
                throw new UsageException(
                    $"{endpoint}: {parameter.Name} takes {Accepted(parameter)}, not '{item}'."
                    + Meant.Of(item, parameter.Values ?? []));
            }
        }
    }

    private static string[] Items(EndpointInfo endpoint, ParameterInfo parameter, string text)
    {
        if (!text.StartsWith('['))
        {
            return text.Split(',');
        }

        try
        {
            using var list = JsonDocument.Parse(text);
            return [.. list.RootElement.EnumerateArray().Select(static item => item.ToString())];
        }
        catch (JsonException)
        {
            throw new UsageException(
                $"{endpoint}: {parameter.Name} takes a list, as JSON ([\"A\",\"B\"]) or with commas (A,B), not '{text}'.");
        }
    }

    private static bool IsAccepted(ParameterInfo parameter, string text) => parameter.Kind switch
    {
        ParameterKind.Bool => text is "true" or "false",
        ParameterKind.Int => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ParameterKind.Long or ParameterKind.TimeS or ParameterKind.TimeMs or ParameterKind.TimeUs or ParameterKind.TimeNs =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ParameterKind.Decimal => PlainDecimal().IsMatch(text),
        ParameterKind.TimeIso => Timestamp.TryParseIso(Encoding.UTF8.GetBytes(text), out _),
        ParameterKind.Enum => parameter.Values is null || parameter.Values.Contains(text),
        ParameterKind.Symbol or ParameterKind.Asset => text.Length > 0,
        ParameterKind.Json => IsJson(text),
        _ => true,
    };

    private static string Accepted(ParameterInfo parameter) => (parameter.IsList ? "a list of " : "") + (parameter.Kind switch
    {
        ParameterKind.Bool => "true or false",
        ParameterKind.Int => "a whole number (32 bits)",
        ParameterKind.Long => "a whole number (64 bits)",
        ParameterKind.Decimal => "a plain decimal such as 0.001, without exponent",
        ParameterKind.TimeS => "Unix seconds",
        ParameterKind.TimeMs => "Unix milliseconds",
        ParameterKind.TimeUs => "Unix microseconds",
        ParameterKind.TimeNs => "Unix nanoseconds",
        ParameterKind.TimeIso => "a time such as 2026-11-24T14:30:00Z",
        ParameterKind.Enum => "one of " + string.Join(", ", parameter.Values ?? []),
        ParameterKind.Symbol => "a symbol by the venue's name, such as BTCUSDT",
        ParameterKind.Asset => "an asset such as BTC",
        ParameterKind.Json => "JSON",
        _ => "text",
    });

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?$")]
    private static partial Regex PlainDecimal();
}
