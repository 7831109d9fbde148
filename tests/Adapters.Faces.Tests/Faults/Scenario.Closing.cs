using Adapters.Capabilities;

namespace Adapters.Faces.Tests.Faults;

/// <content>The connector is closed in the middle of everything.</content>
internal sealed partial class Scenario
{
    // Longer than any call, its deadline included.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    /// <summary>Plays a scenario in which the connector is closed while calls are under way, on this thread.</summary>
    /// <param name="seed">Everything follows from it.</param>
    /// <param name="isLogged">What happens is kept.</param>
    public static Scenario PlayClosing(long seed, bool isLogged) =>
        Play(seed, isLogged, Twist.None, scenario => scenario.PlayClosing(seed));

    private void PlayClosing(long seed)
    {
        Open();
        if (_random.Chance(0.5))
        {
            Rage();
        }

        for (var actions = 1 + _random.Next(12); actions > 0; actions--)
        {
            _strategy.Act();
            _clock.Run(TimeSpan.FromMilliseconds(1 + _random.Next(40)));
        }

        Close();
        Problems.AddRange(_strategy.Problems);
        Problems.AddRange(_view.Problems);
        Problems.AddRange(Comparison.OfUnsettled(Account, _strategy, Exchange.Markets));
        SettleElsewhere(seed);
        Problems.AddRange(Comparison.OfUnsettled(Account, _strategy, Exchange.Markets).Select(static one => "settled: " + one));
        _checker.Check(deep: false);
        Tally.Add("scenarios");
    }

    /// <summary>Closes the connector and lets what is on its way arrive.</summary>
    private void Close()
    {
        Log.Add("closing");
        _strategy.IsClosed = true;
        var closing = _adapter.DisposeAsync().AsTask();
        _marketPeriod = TimeSpan.Zero;
        _network.IsCalm = _venue.Server.Faults!.IsPaused = true;
        _clock.Run(TimeSpan.FromSeconds(1));
        var told = _view.Updates;
        _clock.Run(LongestCall);
        if (!closing.IsCompletedSuccessfully)
        {
            Problems.Add($"closing is {closing.Status}: {closing.Exception}");
        }

        if (_strategy.IsBusy)
        {
            Problems.Add("A call that was under way does not end.");
        }

        if (_live is { State: not AccountState.Closed } || _view.Updates != told)
        {
            Problems.Add($"The account is {_live?.State}; {_view.Updates - told} updates were told after the connector was closed.");
        }
    }

    /// <summary>Another connector finds out what became of the orders that nobody knows of.</summary>
    private void SettleElsewhere(long seed)
    {
        var other = Connect(seed);
        Finish(other.MarketData.GetMarketsAsync().AsTask());
        foreach (var order in _strategy.Orders.Where(static order => order.Placed is { IsUnknown: true }))
        {
            order.Placed = Finish(other.Trading.ResolveAsync(order.Placed!).AsTask()).Result;
            order.Id = order.Placed.Order?.Id;
            Tally.Add($"settled by another connector as {order.Placed.Kind.ToString().ToLowerInvariant()}");
            if (order.Placed.IsUnknown)
            {
                Problems.Add($"Another connector cannot settle it: {order.Placed}");
            }
        }

        Finish(other.DisposeAsync().AsTask());
    }
}
