using System.Reflection;
using Adapters.Catalogue;
using Adapters.Generator.Model;
using Adapters.Wire;

namespace Adapters.Generator.Tests.Reference;

/// <summary>Something that is decoded: a channel's messages, a call's answers or the data of its failures, or any record of
/// the specification in a list of its own.</summary>
/// <param name="Decode">The order-independent reader.</param>
/// <param name="Expected">The reader of the expected layout; null where there is none.</param>
/// <param name="Samples">Samples, if the specification has any.</param>
/// <param name="Model">The specification.</param>
internal sealed record FuzzRoot(
    string Name, TypeRef Type, ValueDecoder Decode, ExpectedDecoder? Expected, IReadOnlyList<byte[]> Samples,
    ExchangeModel Model)
{
    /// <summary>It is what a channel sends.</summary>
    public bool IsChannel => Name.StartsWith("channel ", StringComparison.Ordinal);

    /// <summary>It is no message of its own.</summary>
    public bool IsRecord => Name.StartsWith("record ", StringComparison.Ordinal);

    /// <summary>What the channels send.</summary>
    public static IEnumerable<FuzzRoot> Channels(
        ExchangeModel model, ProductCatalogue catalogue, Func<string, IReadOnlyList<byte[]>> samples) =>
        from channel in model.Sockets.SelectMany(socket => socket.Channels)
        let info = catalogue.Channels.Single(info => info.Name == channel.Name)
        select new FuzzRoot(
            "channel " + channel.Name, channel.Sends, info.Decode, info.DecodeExpected, samples(channel.Name), model);

    /// <summary>All records, each in a list as channels have them: borrowed where it is of fixed size, else of objects.
    /// </summary>
    public static IEnumerable<FuzzRoot> Records(ExchangeModel model, Func<RecordModel, Type> made) =>
        from record in model.Records
        let list = new TypeRef(TypeKind.List, Element: new TypeRef(TypeKind.Record, record.Name, record.Scope))
        let decoders = Make(made(record), record.IsValue ? nameof(Borrowed) : nameof(Kept))
        select new FuzzRoot("record " + record.Name, list, decoders.Decode, decoders.Expected, [], model);

    private static (ValueDecoder Decode, ExpectedDecoder Expected) Make(Type record, string method) =>
        ((ValueDecoder, ExpectedDecoder))typeof(FuzzRoot).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(record).Invoke(null, null)!;

    private static (ValueDecoder, ExpectedDecoder) Borrowed<T>()
        where T : struct, IWire<T>, IWireValue => (
            (utf8, context) => List(WireDecoder.Decode<WireList<T>>(utf8.Span, context, typeof(T).Name).Items),
            (utf8, context) => WireDecoder.TryExpected<WireList<T>>(utf8.Span, context, out var list) ? List(list.Items) : null);

    private static (ValueDecoder, ExpectedDecoder) Kept<T>()
        where T : class, IWire<T>, IWireValue => (
            (utf8, context) => List(WireDecoder.Decode<WireArray<T>>(utf8.Span, context, typeof(T).Name).Items),
            (utf8, context) => WireDecoder.TryExpected<WireArray<T>>(utf8.Span, context, out var list) ? List(list.Items) : null);

    private static DecodedValue List<T>(ReadOnlySpan<T> items)
        where T : IWireValue => new([.. items.ToArray().Select(static item => (IWireValue)item)], isList: true);
}
