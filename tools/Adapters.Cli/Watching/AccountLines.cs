using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Adapters.Capabilities;
using Adapters.Cli.CommandLine;
using Adapters.Cli.Output;
using Adapters.Cli.Trading;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Cli.Watching;

/// <summary>What happens to an account, as lines: aligned words for people, objects for programs. Nothing is dropped: a
/// fill that is not told would be money that is not told.</summary>
/// <param name="output">Where they go.</param>
/// <param name="time">Clock and timers.</param>
internal sealed class AccountLines(Printer output, TimeProvider time)
{
    private readonly Channel<object> _events = Channel.CreateUnbounded<object>(new() { SingleReader = true });

    /// <summary>Follows an account until it is stopped.</summary>
    /// <param name="stream">Tells.</param>
    /// <param name="duration">How long, from when it is subscribed; null for no end.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Errors.ExchangeException">The venue refused, or could not be reached.</exception>
    /// <exception cref="FailureException">The account is followed no more.</exception>
    public async Task RunAsync(IPrivateStream stream, TimeSpan? duration, CancellationToken cancellationToken)
    {
        var account = await stream.OpenAccountAsync(
            new AccountHandlers
            {
                Orders = (in order) => Add(order),
                Fills = (in fill) => Add(fill),
                Balances = (in balance) => Add(balance),
                Changed = change => Add(change),
            },
            cancellationToken).ConfigureAwait(false);
        await using (account.ConfigureAwait(false))
        {
            using var end = new CancellationTokenSource(duration ?? Timeout.InfiniteTimeSpan, time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
            try
            {
                while (await _events.Reader.WaitToReadAsync(stop.Token).ConfigureAwait(false))
                {
                    Drain();
                    if (account.State == AccountState.Closed)
                    {
                        throw new FailureException("The account is followed no more: the last line says why.");
                    }
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                Drain(); // what came before the end is still written
            }
        }
    }

    private void Add(object happened) => _events.Writer.TryWrite(happened);

    private void Drain()
    {
        while (_events.Reader.TryRead(out var happened))
        {
            if (!output.IsJson)
            {
                output.Line(Printable.Of(Line(happened)));
            }
            else if (happened is SubscriptionEvent change)
            {
                output.Json(json =>
                {
                    json.WriteString("type", "Account");
                    json.WriteString("event", change.Kind.ToString());
                    json.Put("from", change.From);
                    json.Put("to", change.To);
                    json.Put("error", change.Error?.Message);
                });
            }
            else
            {
                output.Json(json => DomainJson.Write(json, happened));
            }
        }

        output.Flush();
    }

    private string Line(object happened) => happened switch
    {
        Order order => Text(order.UpdatedAt ?? order.CreatedAt, "order", Text(order)),
        Fill fill => Text(fill.Time, "fill", Text(fill)),
        Balance balance => Text(
            balance.Time, "balance",
            $"{balance.Asset}  free {MarketFormat.Plain(balance.Free)}  locked {MarketFormat.Plain(balance.Locked)}"),
        SubscriptionEvent change => Text(
            change.To, "account", Lower(change.Kind) + (change.Error is null ? "" : $": {change.Error.Message}")),
        _ => throw new NotSupportedException($"No line is known for {happened.GetType().Name}."),
    };

    private string Text(Timestamp? at, string kind, string text) =>
        $"{TimeText.OfDay(at ?? Timestamp.From(time.GetUtcNow()))}  {kind,-7}  {text}";

    private static string Text(in Order order)
    {
        var format = MarketFormat.Of(order.Symbol);
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{order.Symbol}  {order.Id}  {Lower(order.Side)} {OrderTable.Amount(order)}");
        if (order.Price is { } price)
        {
            text.Append(" @ ").Append(format.Price(price));
        }

        text.Append(' ').Append(OrderWords.Of(order.Kind)).Append("  ");
        if (order.TriggerPrice is { } trigger)
        {
            text.Append("trigger ").Append(format.Price(trigger)).Append("  ");
        }

        text.Append(Lower(order.Status)).Append("  filled ").Append(format.Quantity(order.FilledQuantity));
        return (order.Reason is null ? text : text.Append("  ").Append(order.Reason)).ToString();
    }

    private static string Text(in Fill fill)
    {
        var format = MarketFormat.Of(fill.Symbol);
        var fee = fill.Fee is null ? "" : $"  fee {MarketFormat.Plain(fill.Fee)} {fill.FeeAsset}";
        return $"{fill.Symbol}  {fill.OrderId}  {Lower(fill.Side)} {format.Quantity(fill.Quantity)} @ {format.Price(fill.Price)}{fee}";
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
