using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>What answers which endpoint of a venue.</summary>
/// <param name="catalogue">The endpoints that there are.</param>
public sealed class EndpointTable(ProductCatalogue catalogue)
{
    private readonly Dictionary<string, Func<VenueCall, IServerWire>> _answers = new(StringComparer.Ordinal);

    /// <summary>Endpoints that something answers.</summary>
    public IEnumerable<EndpointInfo> Answered =>
        catalogue.Endpoints.Where(endpoint => _answers.ContainsKey(endpoint.Name));

    /// <summary>Answers with one record.</summary>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public void One(string endpoint, Func<VenueCall, IServerWire> answer)
    {
        if (catalogue.Endpoints.All(item => item.Name != endpoint))
        {
            throw new ArgumentException($"{catalogue.Id} has no endpoint '{endpoint}'.", nameof(endpoint));
        }

        _answers.Add(endpoint, answer);
    }

    /// <summary>Answers with one record.</summary>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public void One<T>(string endpoint, Func<VenueCall, ServerValues> values)
        where T : IServerRecord<T> => One(endpoint, call => T.FromValues(values(call)));

    /// <summary>Answers with one record about the market asked for.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="values">What it says, besides what the market says of itself.</param>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public void About<T>(string endpoint, Func<VenueCall, Func<string, object?>> values)
        where T : IServerRecord<T> => One<T>(endpoint, call => call.Values(call.Market).With(values(call)));

    /// <summary>Answers with a list of records.</summary>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public void List<T>(string endpoint, Func<VenueCall, IEnumerable<ServerValues>> values)
        where T : IServerRecord<T> => One(endpoint, call => new WireList(
            [.. values(call).Select(static item => (IServerWire)T.FromValues(item))]));

    /// <summary>Answers with a list about the market asked for.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="values">What each item says, besides what the market says of itself.</param>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public void Many<T>(string endpoint, Func<VenueCall, IEnumerable<Func<string, object?>>> values)
        where T : IServerRecord<T> => One(endpoint, call => new WireList(
            [.. values(call).Select(item => (IServerWire)T.FromValues(call.Values(call.Market).With(item)))]));

    /// <summary>Answers about one market where one is asked for, otherwise with a list about all that are.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="values">What is said of a market.</param>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public void Each<T>(string endpoint, Func<VenueCall, SimulatedMarket, ServerValues> values)
        where T : IServerRecord<T> => One(endpoint, call => call.IsOne
            ? T.FromValues(values(call, call.Markets[0]))
            : new WireList([.. call.Markets.Select(market => (IServerWire)T.FromValues(values(call, market)))]));

    /// <summary>Answers with an empty object.</summary>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public void Nothing(string endpoint, Action<VenueCall>? act = null) => One(endpoint, call =>
    {
        act?.Invoke(call);
        return WireNothing.Instance;
    });

    internal bool TryFind(EndpointInfo endpoint, [NotNullWhen(true)] out Func<VenueCall, IServerWire>? answer) =>
        _answers.TryGetValue(endpoint.Name, out answer);

    private sealed class WireNothing : IServerWire
    {
        public static WireNothing Instance { get; } = new();

        public void Write(Utf8JsonWriter w)
        {
            w.WriteStartObject();
            w.WriteEndObject();
        }
    }
}

/// <summary>Records as a list.</summary>
/// <param name="items">The records.</param>
public sealed class WireList(IReadOnlyList<IServerWire> items) : IServerWire
{
    /// <summary>How many they are.</summary>
    public int Count => items.Count;

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter w)
    {
        ArgumentNullException.ThrowIfNull(w);
        w.WriteStartArray();
        foreach (var item in items)
        {
            item.Write(w);
        }

        w.WriteEndArray();
    }
}
