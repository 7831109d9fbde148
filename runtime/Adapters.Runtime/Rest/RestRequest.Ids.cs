using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Rest;

/// <content>Adding ids of orders and trades, written straight into the buffer. What is null is not sent; <c>default</c>
/// is no id and refused.</content>
public sealed partial class RestRequest
{
    private const int LongestId = 40;

    private delegate bool IdWriter<T>(T id, Span<byte> destination, out int written);

    /// <summary>The client's id that was made for the order or list, because whoever calls gave none.</summary>
    internal ClientOrderId? MadeId { get; set; }

    /// <summary>Adds a venue's order id.</summary>
    /// <exception cref="RequestException">The call has no such parameter, it is given already, or it is no id.</exception>
    public RestRequest Add(string name, OrderId? value)
    {
        if (value is { } given)
        {
            Span<byte> text = stackalloc byte[LongestId];
            given.TryFormat(text, out var written);
            AddId(name, text[..written]);
        }

        return this;
    }

    /// <summary>Adds several of them.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<OrderId>? values) =>
        AddList(name, values, static (value, item, _) => Put(value, item, Write));

    /// <summary>Adds a client's order id.</summary>
    /// <exception cref="RequestException">The call has no such parameter, it is given already, or it is no id.</exception>
    public RestRequest Add(string name, ClientOrderId? value)
    {
        if (value is { } given)
        {
            Span<byte> text = stackalloc byte[LongestId];
            given.TryFormat(text, out var written);
            AddId(name, text[..written]);
        }

        return this;
    }

    /// <summary>Adds several of them.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<ClientOrderId>? values) =>
        AddList(name, values, static (value, item, _) => Put(value, item, Write));

    /// <summary>Adds a venue's trade id.</summary>
    /// <exception cref="RequestException">The call has no such parameter, it is given already, or it is no id.</exception>
    public RestRequest Add(string name, TradeId? value)
    {
        if (value is { } given)
        {
            Span<byte> text = stackalloc byte[LongestId];
            given.TryFormat(text, out var written);
            AddId(name, text[..written]);
        }

        return this;
    }

    /// <summary>Adds several of them.</summary>
    /// <exception cref="RequestException">There is no such parameter, it is given already, or the list is empty.</exception>
    public RestRequest Add(string name, IReadOnlyList<TradeId>? values) =>
        AddList(name, values, static (value, item, _) => Put(value, item, Write));

    private static bool Write(OrderId id, Span<byte> destination, out int written) =>
        id.TryFormat(destination, out written);

    private static bool Write(ClientOrderId id, Span<byte> destination, out int written) =>
        id.TryFormat(destination, out written);

    private static bool Write(TradeId id, Span<byte> destination, out int written) =>
        id.TryFormat(destination, out written);

    private static void Put<T>(T id, ByteBuffer output, IdWriter<T> write)
    {
        write(id, output.GetSpan(LongestId), out var written);
        output.Advance(written);
    }

    private void AddId(string name, ReadOnlySpan<byte> text)
    {
        var parameter = Begin(name);
        if (text.IsEmpty)
        {
            throw new RequestException(Endpoint, $"{name} is no id.", name);
        }

        Put(parameter, text, PlainText.Is(text));
    }
}
