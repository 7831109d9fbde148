using Adapters.Capabilities;
using Adapters.Rest;

namespace Adapters.Faces.Tests.Faults;

/// <content>The end: nothing goes wrong any more, and the view becomes the exchange's.</content>
internal sealed partial class Scenario
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private TimeSpan _marketPeriod = StepPeriod;
    private (long, long) _seen = (-1, -1);
    private bool _isTrue;

    /// <summary>Waits until everything is settled and the view is the exchange's.</summary>
    private void Calm()
    {
        var isBlocked = false;
        if (_random.Chance(0.5))
        {
            _sockets.Cut();
            isBlocked = ((RestClient)_adapter.Rest.Client).Limiter.BlockedUntil is not null;
        }

        var (cutAt, isMeasured) = (_clock.GetUtcNow(), false);
        var step = TimeSpan.FromMilliseconds(5);
        for (var passed = TimeSpan.Zero; passed < Patience; passed += step)
        {
            _clock.Run(step);
            if (!IsTrue())
            {
                step = passed < TimeSpan.FromSeconds(2) ? step : TimeSpan.FromMilliseconds(50);
                continue;
            }

            if (!isMeasured && _network.ConnectedAt > cutAt)
            {
                Tally.AddRecovery(
                    _clock.GetUtcNow() - _network.ConnectedAt, _network.Delivered - _network.DeliveredBefore, isBlocked);
            }

            isMeasured = true;
            if (!_strategy.IsBusy && _network.InFlight == 0)
            {
                _marketPeriod = TimeSpan.Zero;
                _clock.Run(TimeSpan.FromSeconds(2)); // it stays so
                return;
            }
        }

        Problems.Add($"diverged: not settled within {Patience}; account {_live?.State}, strategy busy: {_strategy.IsBusy}");
    }

    private bool IsTrue()
    {
        if (_live?.State != AccountState.Live)
        {
            return false;
        }

        var seen = (Account.LastSequence, _view.Updates); // compared only where something has changed
        if (seen != _seen)
        {
            (_seen, _isTrue) = (seen, !Differences().Any());
        }

        return _isTrue;
    }

    private void StepMarket()
    {
        if (_marketPeriod == TimeSpan.Zero)
        {
            return;
        }

        if (_isLossless && _network is { InFlight: 0, Stalled: 0 } && !_elsewhere.IsGoingAway
            && _live?.State == AccountState.Live && Problems.Count == 0)
        {
            Tally.Add("views compared");
            Problems.AddRange(Differences().Select(static one => "meanwhile " + one));
        }

        if (!_network.IsCalm)
        {
            _elsewhere.Act();
        }

        _venue.Server.Step();
        _clock.After(_marketPeriod, StepMarket);
    }
}
