using Adapters.Generator.Support;

namespace Adapters.Generator.Model;

/// <summary>A socket with a url. Templates are JSON texts with placeholders, see the runtime's FrameTemplate.</summary>
public sealed record SocketModel(
    string Name, string? Scope, string Url,
    EquatableArray<string> Envelopes, string? Subscribe, string? Unsubscribe,
    EquatableArray<string> Accepted, EquatableArray<string> Rejected,
    string? Call, string? Answer, PingModel? Ping, BoundsModel Bounds,
    EquatableArray<CountModel> Counts, EquatableArray<PairModel> Signals,
    EquatableArray<ChannelModel> Channels, string? Docs, LoginModel? Login = null);

/// <summary>The call that logs a connection on, and the kind of signing key it needs, if only one will do.</summary>
public sealed record LoginModel(string Call, string? KeyKind);

/// <summary>A client ping: frame template, interval, and the expected answer.</summary>
public sealed record PingModel(string Send, long EveryMilliseconds, string? Answer);

/// <summary>Limits of a connection; null where the venue states none. Durations in milliseconds.</summary>
public sealed record BoundsModel(
    int? Topics, int? Frames, long? FramesPer, long? Life, long? ServerPing, long? Silence);

/// <summary>A channel of a socket.</summary>
/// <param name="Topic">As written: <c>{symbol:lower}@kline_{KlineInterval interval}[@{UtcOffset offset}]</c>.</param>
/// <param name="Parts">The topic cut into parts.</param>
/// <param name="Sends">A Record, or a List of records.</param>
/// <param name="Opening">How it is opened by a call, where it has no topic.</param>
public sealed record ChannelModel(
    string Name, string Topic, EquatableArray<TopicPart> Parts, TypeRef Sends, string? Docs, OpeningModel? Opening = null);

/// <summary>
/// The calls that open a channel (the last for connections that are logged on) and close it, and the property of the
/// answer that equals <c>$subscription</c> of its frames.
/// </summary>
public sealed record OpeningModel(string Open, string? OpenLoggedOn, string? Close, string Key);

/// <summary>A literal (Type null) or a parameter of a topic.</summary>
/// <param name="Text">The literal text, or the parameter's camelCase name.</param>
/// <param name="Format">lower, upper or null.</param>
/// <param name="OptionalGroup">Number of the <c>[...]</c> group it stands in; 0 for none.</param>
public sealed record TopicPart(string Text, TypeRef? Type, string? Format, int OptionalGroup);

/// <summary>A book rule; conditions are texts such as <c>first &lt;= book + 1 &lt;= last</c>, already checked.</summary>
public sealed record BookModel(
    string Name, string? Scope, string? SnapshotEndpoint, EquatableArray<PairModel> SnapshotArguments,
    string? UpdatesChannel, string? WholeChannel, string? Drop, string? Join, string? Next);
