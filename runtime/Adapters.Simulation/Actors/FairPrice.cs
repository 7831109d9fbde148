namespace Adapters.Simulation.Actors;

/// <summary>What the crowd believes the market is worth: a random walk on the tick, drawn gently to where it began so
/// that it neither dies nor explodes.</summary>
internal sealed class FairPrice
{
    private const long Million = 1_000_000;
    private const long Pull = 20_000;

    private readonly long _home;
    private readonly int _volatility;
    private readonly SeededRandom _random;

    internal FairPrice(long startTicks, int volatility, SeededRandom random)
    {
        Ticks = startTicks;
        _home = startTicks;
        _volatility = volatility;
        _random = random;
    }

    internal long Ticks { get; private set; }

    internal void Move()
    {
        var reach = Math.Max(1, Ticks * _volatility / Million);
        var pull = (_home - Ticks) / Pull;
        var step = (long)_random.Next((int)Math.Min((2 * reach) + 1, int.MaxValue)) - reach;
        Ticks = Math.Clamp(Ticks + step + pull, Math.Max(2, _home / 4), _home * 4);
    }
}
