using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Catalogue;

/// <summary>A decoded answer or message, boxed for tools: one value, or a list of them.</summary>
public sealed class DecodedValue(IReadOnlyList<IWireValue> items, bool isList)
{
    /// <summary>The values.</summary>
    public IReadOnlyList<IWireValue> Items { get; } = items;

    /// <summary>The specification says it is a list.</summary>
    public bool IsList { get; } = isList;
}

/// <summary>Decodes a whole text into boxed values.</summary>
/// <exception cref="Adapters.Errors.DecodeException">The text is not what the venue documents.</exception>
public delegate DecodedValue ValueDecoder(ReadOnlyMemory<byte> utf8, WireContext context);

/// <summary>Decodes a whole message as a stream does, in its expected layout; null for one that is in another.</summary>
public delegate DecodedValue? ExpectedDecoder(ReadOnlyMemory<byte> utf8, WireContext context);

/// <summary>Copies what a message borrows.</summary>
public delegate IWireValue MessageOwner<T>(in T message)
    where T : IWire<T>, allows ref struct;

/// <summary>Makes decoders for the catalogue.</summary>
public static class Decoders
{
    /// <summary>A decoder of one record.</summary>
    public static ValueDecoder One<T>(string where)
        where T : IWire<T>, IWireValue =>
        (utf8, context) => new DecodedValue([WireDecoder.Decode<T>(utf8.Span, context, where)], isList: false);

    /// <summary>A decoder of a list of records.</summary>
    public static ValueDecoder Many<T>(string where)
        where T : IWire<T>, IWireValue => (utf8, context) => new DecodedValue(
            [.. WireDecoder.DecodeList<T>(utf8.Span, context, where).Select(static item => (IWireValue)item)], isList: true);

    /// <summary>A decoder of messages of one record.</summary>
    public static ExpectedDecoder Expected<T>(MessageOwner<T> own)
        where T : IWire<T>, allows ref struct => (utf8, context) =>
            WireDecoder.TryExpected<T>(utf8.Span, context, out var message)
                ? new DecodedValue([own(in message)], isList: false)
                : null;

    /// <summary>A decoder of messages that are lists of records.</summary>
    public static ExpectedDecoder ExpectedMany<T>()
        where T : IWire<T>, IWireValue => (utf8, context) =>
            WireDecoder.TryExpected<OwnedList<T>>(utf8.Span, context, out var message)
                ? new DecodedValue([.. message.Items.Select(static item => (IWireValue)item)], isList: true)
                : null;

    private readonly struct OwnedList<T>(T[] items) : IWire<OwnedList<T>>
        where T : IWire<T>
    {
        public T[] Items { get; } = items;

        public static void Read(scoped ref WireReader r, out OwnedList<T> value) => value = new(r.List<T>());

        public static int ReadExpected(ReadOnlySpan<byte> utf8, WireContext context, int depth, out OwnedList<T> value)
        {
            var left = WireCursor.ReadList<T>(utf8, context, depth, out var items);
            value = new(items);
            return left;
        }
    }
}

/// <summary>What the call or topic knows besides the record: <c>symbol</c>, <c>interval</c>; texts by name.</summary>
public sealed class DomainArguments(SymbolTable symbols, IReadOnlyDictionary<string, string> values)
{
    /// <summary>An argument is there.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>An argument as a symbol.</summary>
    /// <exception cref="KeyNotFoundException">It is not there.</exception>
    public Symbol Symbol(string name) => symbols.Get(values[name]);

    /// <summary>An argument as text.</summary>
    /// <exception cref="KeyNotFoundException">It is not there.</exception>
    public string Text(string name) => values[name];
}

/// <summary>A conversion of a record into domain values, boxed for tools and tests.</summary>
/// <param name="Target">The domain type, for example <c>Trade</c>.</param>
/// <param name="Needs">Arguments without which it cannot run.</param>
/// <param name="Convert">Gives the domain values of one record.</param>
public sealed record DomainConverter(
    string Target, IReadOnlyList<string> Needs, Func<IWireValue, DomainArguments, IReadOnlyList<object>> Convert);

/// <summary>Converts a record into an update that borrows it.</summary>
public delegate BookUpdate UpdateConverter<in TRecord>(TRecord record, DomainArguments arguments);

/// <summary>Makes converters for the catalogue.</summary>
public static class Converters
{
    /// <summary>A converter of one record into one domain value.</summary>
    public static DomainConverter One<TRecord>(
        string target, IReadOnlyList<string> needs, Func<TRecord, DomainArguments, object?> convert)
        where TRecord : IWireValue => new(
            target, needs, (value, arguments) => convert((TRecord)value, arguments) is { } made ? [made] : []);

    /// <summary>A converter of one record into a book update, kept as a <see cref="BookChange"/>.</summary>
    public static DomainConverter Update<TRecord>(
        string target, IReadOnlyList<string> needs, UpdateConverter<TRecord> convert)
        where TRecord : IWireValue => new(
            target, needs, (value, arguments) => [new BookChange(convert((TRecord)value, arguments))]);

    /// <summary>A converter of one record into several domain values.</summary>
    public static DomainConverter Many<TRecord, TDomain>(
        string target, IReadOnlyList<string> needs, Func<TRecord, DomainArguments, TDomain[]> convert)
        where TRecord : IWireValue
        where TDomain : notnull => new(
            target, needs, (value, arguments) => [.. convert((TRecord)value, arguments).Select(static made => (object)made)]);
}

/// <summary>Names the contract between generated code and this runtime: a generator that does not fit does not compile.</summary>
public static class RuntimeContract
{
    /// <summary>Version 1.</summary>
    public const int V1 = 1;
}
