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

    /// <summary>All records, each in a list.</summary>
    public static IEnumerable<FuzzRoot> Records(ExchangeModel model, Func<RecordModel, Type> made) =>
        from record in model.Records
        let type = made(record)
        let list = new TypeRef(TypeKind.List, Element: new TypeRef(TypeKind.Record, record.Name, record.Scope))
        select new FuzzRoot(
            "record " + record.Name, list, Make<ValueDecoder>(nameof(ListOf), type),
            Make<ExpectedDecoder>(nameof(ExpectedListOf), type), [], model);

    private static T Make<T>(string method, Type record) => (T)typeof(FuzzRoot)
        .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(record).Invoke(null, null)!;

    private static ValueDecoder ListOf<T>()
        where T : IWire<T>, IWireValue => Decoders.Many<T>(typeof(T).Name);

    private static ExpectedDecoder ExpectedListOf<T>()
        where T : IWire<T>, IWireValue => Decoders.ExpectedMany<T>();
}
