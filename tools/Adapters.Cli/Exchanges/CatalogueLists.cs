using System.Text.Json;
using Adapters.Cli.Output;

namespace Adapters.Cli.Exchanges;

/// <summary>Lists of what catalogues say.</summary>
internal static class CatalogueLists
{
    /// <summary>An exchange and what it can be asked.</summary>
    public static void Write(Utf8JsonWriter json, ExchangeEntry exchange, IEnumerable<Capability> capabilities)
    {
        var catalogue = exchange.Catalogue;
        json.WriteString("id", catalogue.Id);
        json.WriteString("exchange", catalogue.Exchange);
        json.WriteString("product", catalogue.Product);
        json.Put("aliases", catalogue.Aliases);
        json.Put("kind", catalogue.Kind?.ToString());
        json.Put("capabilities", capabilities.Select(static capability => capability.Name));
        json.Put("environments", exchange.Environments);
        json.WriteNumber("endpoints", catalogue.Endpoints.Count);
        json.WriteNumber("channels", catalogue.Channels.Count);
        json.WriteNumber("unverified", catalogue.Unverified.Count);
        json.Put("docs", catalogue.Docs);
    }

    /// <summary>The calls.</summary>
    public static void Endpoints(Printer output, IReadOnlyList<ExchangeEntry> exchanges)
    {
        var table = new Table(
            new("Exchange", Rank: 3), new("Call"), new("Name"), new("Method on the socket", Rank: 1), new("Key", Rank: 1),
            new("Returns", Rank: 2));
        foreach (var (exchange, endpoint) in exchanges.SelectMany(static e => e.Catalogue.Endpoints.Select(item => (e, item))))
        {
            if (!output.IsJson)
            {
                table.Add(
                    exchange.Id, new(endpoint.Title, Tone.Strong), endpoint.Name, endpoint.SocketMethod, endpoint.Auth ?? "none",
                    endpoint.Returns);
                continue;
            }

            output.Json(json =>
            {
                json.WriteString("exchange", exchange.Id);
                json.WriteString("name", endpoint.Name);
                json.Put("method", endpoint.Method);
                json.Put("path", endpoint.Path);
                json.Put("socketMethod", endpoint.SocketMethod);
                json.Put("auth", endpoint.Auth);
                json.Put("parameters", endpoint.Parameters.Select(static parameter => parameter.Name));
                json.Put("returns", endpoint.Returns);
                json.Put("docs", endpoint.Docs);
            });
        }

        Finish(output, table);
    }

    /// <summary>The channels.</summary>
    public static void Channels(Printer output, IReadOnlyList<ExchangeEntry> exchanges)
    {
        var table = new Table(new("Exchange", Rank: 2), new("Channel"), new("Socket", Rank: 1), new("Topic"), new("Sends"));
        foreach (var (exchange, channel) in exchanges.SelectMany(static e => e.Catalogue.Channels.Select(item => (e, item))))
        {
            if (!output.IsJson)
            {
                table.Add(exchange.Id, new(channel.Name, Tone.Strong), channel.Socket, channel.Topic.Text, channel.Sends);
                continue;
            }

            output.Json(json =>
            {
                json.WriteString("exchange", exchange.Id);
                json.WriteString("name", channel.Name);
                json.WriteString("socket", channel.Socket);
                json.WriteString("topic", channel.Topic.Text);
                json.WriteString("sends", channel.Sends);
                json.Put("docs", channel.Docs);
            });
        }

        Finish(output, table);
    }

    /// <summary>Facts that nothing outside the specification confirms.</summary>
    public static void Unverified(Printer output, IReadOnlyList<ExchangeEntry> exchanges)
    {
        var table = new Table(new("Exchange", Rank: 1), new("Fact", Wraps: true), new("Why it is in doubt", Wraps: true));
        foreach (var (exchange, fact) in exchanges.SelectMany(static e => e.Catalogue.Unverified.Select(item => (e, item))))
        {
            if (!output.IsJson)
            {
                table.Add(exchange.Id, new(fact.Path, Tone.Strong), fact.Why);
                continue;
            }

            output.Json(json =>
            {
                json.WriteString("exchange", exchange.Id);
                json.WriteString("path", fact.Path);
                json.WriteString("why", fact.Why);
            });
        }

        Finish(output, table);
    }

    private static void Finish(Printer output, Table table)
    {
        if (!output.IsJson)
        {
            output.Table(table);
        }
    }
}
