using Adapters.Domain;

namespace Adapters.Catalogue;

/// <summary>A rate limit.</summary>
/// <param name="Name">As endpoints name it, for example <c>weight</c>.</param>
/// <param name="Scope">What it is counted by: ip, account, endpoint or connection.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Header">Response header that tells the use, with <c>{window}</c>, or null.</param>
/// <param name="Windows">The windows; all hold at once.</param>
public sealed record LimitInfo(
    string Name, string Scope, LimitKind Kind, string? Header, params IReadOnlyList<LimitWindow> Windows);

/// <summary>A window of a limit.</summary>
/// <param name="Text">As the specification and the header write it, for example <c>1m</c>.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Capacity">What may be used in it.</param>
public sealed record LimitWindow(string Text, TimeSpan Length, int Capacity);
