using System.Reflection;
using Adapters.Binance.Spot;
using Adapters.Binance.Tests.Conformance;
using Adapters.Catalogue;
using Adapters.Generator.Binding;
using Adapters.Generator.Model;
using Adapters.Generator.Syntax;
using Adapters.Wire;

namespace Adapters.Binance.Tests.Decoding.Reference;

/// <summary>Something that is decoded: a channel's messages, a call's answers or the data of its failures, or any record of
/// the specification in a list of its own.</summary>
/// <param name="Decode">The order-independent reader.</param>
/// <param name="Expected">The reader of the expected layout; null where there is none.</param>
/// <param name="Samples">Samples, if the specification has any.</param>
internal sealed record FuzzRoot(
    string Name, TypeRef Type, ValueDecoder Decode, ExpectedDecoder? Expected, IReadOnlyList<byte[]> Samples)
{
    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    /// <summary>It is what a channel sends.</summary>
    public bool IsChannel => Name.StartsWith("channel ", StringComparison.Ordinal);

    /// <summary>It is no message of its own.</summary>
    public bool IsRecord => Name.StartsWith("record ", StringComparison.Ordinal);

    /// <summary>The specification.</summary>
    public static ExchangeModel Model { get; } = Bind();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FuzzRoot> All { get; } = [.. Channels(), .. Answers(), .. Failures(), .. Records()];

    /// <summary>One by its name.</summary>
    public static FuzzRoot Named(string name) => All.Single(root => root.Name == name);

    private static ExchangeModel Bind()
    {
        var root = Path.Combine(Conformance.Samples.Root, "specs");
        var files = Directory.EnumerateFiles(Path.Combine(root, "binance"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new SpecFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)));
        return SpecBinder.Bind(files).Model ?? throw new InvalidOperationException("The specification does not bind.");
    }

    private static IEnumerable<FuzzRoot> Channels() =>
        from channel in Model.Sockets.SelectMany(socket => socket.Channels)
        let info = Catalogue.Channels.Single(info => info.Name == channel.Name)
        let samples = Frames(reading => reading.Channel?.Name == channel.Name)
        select new FuzzRoot("channel " + channel.Name, channel.Sends, info.Decode, info.DecodeExpected, samples);

    private static IEnumerable<FuzzRoot> Answers() =>
        from endpoint in Model.Endpoints
        where endpoint.Returns is not null
        let info = Catalogue.Endpoints.Single(info => info.Name == endpoint.Name)
        let samples = Conformance.Samples.Names("spot").Where(file => SampleReader.EndpointOf(file)?.Name == endpoint.Name)
        select new FuzzRoot("answer " + endpoint.Name, endpoint.Returns!, info.Decode!, null, [.. samples.Select(Conformance.Samples.Read)]);

    private static IEnumerable<FuzzRoot> Failures() =>
        from endpoint in Model.Endpoints
        where endpoint.Fails is not null
        let info = Catalogue.Endpoints.Single(info => info.Name == endpoint.Name)
        select new FuzzRoot("failure " + endpoint.Name, endpoint.Fails!.With, info.Fails!.Decode, null, []);

    private static IEnumerable<FuzzRoot> Records() =>
        from record in Model.Records
        let space = "Adapters.Binance" + (record.Scope is null ? "" : ".Spot")
        let made = typeof(BinanceSpotCatalogue).Assembly.GetType($"{space}.{record.Name}", throwOnError: true)
        let list = new TypeRef(TypeKind.List, Element: new TypeRef(TypeKind.Record, record.Name, record.Scope))
        select new FuzzRoot(
            "record " + record.Name, list, Make<ValueDecoder>(nameof(ListOf), made), Make<ExpectedDecoder>(nameof(ExpectedListOf), made), []);

    private static List<byte[]> Frames(Func<FrameReading, bool> isWanted) => Conformance.Samples.Names("spot")
        .Where(static file => !file.Contains("/errors/", StringComparison.Ordinal) && SampleReader.EndpointOf(file) is null)
        .Select(SampleReader.Frame).Where(isWanted).Select(static reading => reading.Payload.ToArray()).ToList();

    private static T Make<T>(string method, Type record) => (T)typeof(FuzzRoot)
        .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(record).Invoke(null, null)!;

    private static ValueDecoder ListOf<T>()
        where T : IWire<T>, IWireValue => Decoders.Many<T>(typeof(T).Name);

    private static ExpectedDecoder ExpectedListOf<T>()
        where T : IWire<T>, IWireValue => Decoders.ExpectedMany<T>();
}
