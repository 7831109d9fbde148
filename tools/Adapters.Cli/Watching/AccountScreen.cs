using System.Globalization;
using Adapters.Capabilities;
using Adapters.Cli.Output;
using Adapters.Cli.Trading;
using Adapters.Domain;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Adapters.Cli.Watching;

/// <summary>Draws a watched account again and again: its orders, its latest fills and its balances, each as far as there is
/// room.</summary>
/// <param name="host">The terminal and the clock.</param>
/// <param name="title">What is watched, and where.</param>
/// <param name="duration">How long; null until it is stopped.</param>
internal sealed class AccountScreen(ToolHost host, string title, TimeSpan? duration)
{
    private readonly WatchHead _head = new(host.Time, title, duration);
    private readonly SeenAccount _seen = new();

    /// <summary>What was seen, in a sentence.</summary>
    public string Summary => $"{Counted(_seen.FillCount, "fill")}, {Counted(_seen.EndedCount, "order")} ended.";

    /// <summary>Follows an account until it is stopped; the last picture stays.</summary>
    /// <param name="stream">Tells.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Errors.ExchangeException">The venue refused, or could not be reached.</exception>
    /// <exception cref="FailureException">The account is followed no more.</exception>
    public async Task RunAsync(IPrivateStream stream, CancellationToken cancellationToken)
    {
        using var closed = new CancellationTokenSource();
        _seen.Closed = () => _ = closed.CancelAsync(); // elsewhere: the receiving loop must not wait for a picture
        var account = await stream.OpenAccountAsync(_seen.Handlers, cancellationToken).ConfigureAwait(false);
        await using (account.ConfigureAwait(false))
        {
            using var end = new CancellationTokenSource(duration ?? Timeout.InfiniteTimeSpan, host.Time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(end.Token, closed.Token, cancellationToken);
            using var picture = new LivePicture(host);
            await picture.RunAsync((width, height) => Picture(account, width, height), stop.Token).ConfigureAwait(false);
        }

        if (_seen.ClosedFor is { } error)
        {
            throw new FailureException("The account is followed no more: " + error.Message);
        }
    }

    private Rows Picture(ILiveAccount account, int width, int height)
    {
        var open = account.OpenOrders.OrderByDescending(static order => order.UpdatedAt ?? order.CreatedAt).ToArray();
        var (ended, fills) = (_seen.Ended, _seen.Fills);
        var balances = account.Balances.Where(static balance => balance.Total != 0)
            .OrderBy(static balance => balance.Asset.Code, StringComparer.Ordinal).ToArray();
        ScreenSection[] sections =
        [
            new("Orders", $"{open.Length} open, {_seen.EndedCount} ended", open.Length + ended.Length,
                count => OrderTable.Of(open.Concat(ended).Take(count))),
            new("Balances", Counted(balances.Length, "asset"), balances.Length, count => OrderTable.Of(balances.Take(count))),
            new("Fills", $"{_seen.FillCount}", fills.Length, count => OrderTable.Of(fills.Take(count))),
        ];
        IRenderable head = StyledLine.Block([_head.Draw(width, State(account.State))]);
        return new Rows(ScreenSection.Draw(sections, width, height - 1).Prepend(head));
    }

    private static string Counted(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static Cell State(AccountState state) => new(
        state.ToString().ToLowerInvariant(),
        state switch { AccountState.Live => Tone.Good, AccountState.Stale => Tone.Warning, _ => Tone.Bad });
}
