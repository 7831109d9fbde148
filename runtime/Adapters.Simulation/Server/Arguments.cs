using System.Globalization;
using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Simulation.Server;

/// <summary>A parameter as it was sent.</summary>
/// <param name="Name">As the client named it.</param>
/// <param name="Text">Its value, decoded.</param>
/// <param name="Items">Its items where it is a list that could be read.</param>
public sealed record Argument(string Name, string Text, IReadOnlyList<string>? Items = null);

/// <summary>The parameters of a call, in the order sent. Read them once they are checked.</summary>
public sealed class Arguments : IGivenParameters
{
    // What is beyond this many milliseconds is told in microseconds: the year 5138.
    private const long MostMilliseconds = 100_000_000_000_000;

    // What is later than any time that there is, in the year 2262, is taken for the last one.
    private const long LastMillisecond = (long.MaxValue / 1_000_000) - 1;

    private readonly List<Argument> _all;

    private Arguments(List<Argument> all) => _all = all;

    /// <summary>Everything sent, in order; a name may be there twice.</summary>
    public IReadOnlyList<Argument> All => _all;

    /// <summary>Reads query and form body. What stands in the query counts where a name stands in both.</summary>
    /// <param name="endpoint">Tells which parameters are lists.</param>
    /// <param name="query">The query as sent.</param>
    /// <param name="form">The body as sent.</param>
    /// <param name="listForm">How a list is written: json, csv or repeat.</param>
    public static Arguments FromText(EndpointInfo endpoint, string query, string form, string listForm)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var sent = Pairs(query).ToList();
        var names = sent.Select(static pair => pair.Name).ToHashSet(StringComparer.Ordinal);
        sent.AddRange(Pairs(form).Where(pair => !names.Contains(pair.Name)));
        var all = new List<Argument>(sent.Count);
        foreach (var (name, text) in sent)
        {
            var isList = IsList(endpoint, name);
            var twin = isList && listForm == "repeat" ? all.FindIndex(other => other.Name == name) : -1;
            if (twin >= 0)
            {
                all[twin] = all[twin] with { Items = [.. all[twin].Items!, text] };
            }
            else
            {
                all.Add(new Argument(name, text, isList ? Items(text, listForm) : null));
            }
        }

        return new Arguments(all);
    }

    /// <summary>Reads the members of a JSON object.</summary>
    /// <param name="members">The object; anything else has no parameters.</param>
    public static Arguments FromJson(JsonElement members) => new(
        members.ValueKind == JsonValueKind.Object ? [.. members.EnumerateObject().Select(FromJson)] : []);

    /// <summary>It was sent.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text, or null where it was not sent.</summary>
    public string? Text(string name) => Find(name)?.Text;

    /// <summary>The items of a list, or null where it was not sent.</summary>
    public IReadOnlyList<string>? List(string name) => Find(name)?.Items;

    /// <summary>A whole number, or null where it was not sent.</summary>
    public long? Long(string name) => Text(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A decimal, or null where it was not sent.</summary>
    public decimal? Decimal(string name) =>
        Text(name) is { } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>A moment told in milliseconds or microseconds, or null where it was not sent.</summary>
    public Timestamp? Time(string name) => Long(name) is not { } number ? null
        : number < MostMilliseconds ? Timestamp.FromMilliseconds(Math.Min(number, LastMillisecond))
        : Timestamp.FromMicroseconds(Math.Min(number, LastMillisecond * 1_000));

    /// <summary>The last nanosecond of a moment told in milliseconds or microseconds: what is told as that moment lies
    /// before it. Null where it was not sent.</summary>
    public Timestamp? TimeEnd(string name) => Long(name) is not { } number ? null
        : Timestamp.FromNanoseconds(Time(name)!.Value.UnixNanoseconds + (number < MostMilliseconds ? 999_999 : 999));

    /// <summary>True where it was sent as <c>true</c>, otherwise false; null where it was not sent.</summary>
    public bool? Bool(string name) => Text(name) is { } text ? text == "true" : null;

    /// <inheritdoc/>
    public bool TryGet(string name, out string? text, out int count)
    {
        var found = Find(name);
        text = found?.Items is null ? found?.Text : null;
        count = found?.Items?.Count ?? 1;
        return found is not null;
    }

    internal static bool IsList(EndpointInfo endpoint, string name) =>
        endpoint.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { IsList: true };

    private static Argument FromJson(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.String => new Argument(member.Name, member.Value.GetString()!),
        JsonValueKind.Null => new Argument(member.Name, ""),
        JsonValueKind.Array => new Argument(
            member.Name, member.Value.GetRawText(),
            [.. member.Value.EnumerateArray().Select(static item => item.ToString())]),
        _ => new Argument(member.Name, member.Value.GetRawText()),
    };

    private Argument? Find(string name) => _all.Find(argument => argument.Name == name);

    private static string[]? Items(string text, string listForm)
    {
        if (listForm != "json")
        {
            return listForm == "csv" ? text.Split(',') : [text];
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Array
                && json.RootElement.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
                ? [.. json.RootElement.EnumerateArray().Select(static item => item.GetString()!)]
                : null;
        }
        catch (JsonException)
        {
            return null; // the check refuses it with the venue's words
        }
    }

    private static IEnumerable<(string Name, string Text)> Pairs(string encoded)
    {
        foreach (var pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            yield return at < 0 ? (Decoded(pair), "") : (Decoded(pair[..at]), Decoded(pair[(at + 1)..]));
        }
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
