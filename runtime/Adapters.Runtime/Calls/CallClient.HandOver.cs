using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Calls;

/// <content>Channels whose connection has ended, or that move to another one.</content>
public sealed partial class CallClient
{
    private static readonly TimeSpan HandOverLimit = TimeSpan.FromSeconds(1); // what the new connection brings waits so long

    private readonly Lock _moves = new(); // held while it is decided which connection has a channel

    private void LoseChannels(CallConnection connection)
    {
        CallConnection[] others;
        lock (_gate)
        {
            others = [.. _connections];
        }

        lock (_moves)
        {
            foreach (var channel in connection.TakeChannels())
            {
                if (Array.Find(others, other => other.IsOpen && other.Has(channel)) is null)
                {
                    Lose(channel);
                }
                else if (!channel.StayOff(connection))
                {
                    TakeOver(channel, isWhole: false);
                }
            }
        }
    }

    /// <summary>Channels of an old connection move to a new one that has opened them too. What was sent over the old one
    /// comes before the answer to closing them there, so that nothing is missing.</summary>
    private async ValueTask HandOverAsync(CallConnection old, CallConnection successor)
    {
        old.IsHandingOver = true;
        foreach (var channel in old.Channels())
        {
            var isWhole = false;
            try
            {
                if (channel.Channel.Opening!.Close is { } close)
                {
                    await CallAsync(old, Endpoint(close), Ignore, _stop.Token).AsTask()
                        .WaitAsync(HandOverLimit, TimeProvider, _stop.Token).ConfigureAwait(false);
                    isWhole = true;
                }
            }
            catch (Exception error) when (error is ExchangeException or DecodeException or TimeoutException)
            {
                Diagnostics.Refused(channel.Channel.Name, error.Message);
            }

            lock (_moves)
            {
                if (!old.Remove(channel))
                {
                    continue; // lost meanwhile, and told
                }

                if (successor.IsOpen && successor.Has(channel))
                {
                    TakeOver(channel, isWhole);
                }
                else
                {
                    Lose(channel);
                }
            }
        }
    }

    private void TakeOver(OpenedChannel channel, bool isWhole)
    {
        if (!isWhole)
        {
            channel.OnLost(Now); // the last messages of the old connection may be missing
        }

        channel.TakeOver(new WireContext(Symbols));
        channel.OnOpened(Now);
    }

    private void Lose(OpenedChannel channel)
    {
        channel.OnLost(Now);
        channel.TakeOver(new WireContext(Symbols)); // nothing is waited for any more
    }
}
