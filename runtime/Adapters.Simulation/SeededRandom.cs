namespace Adapters.Simulation;

/// <summary>
/// Pseudo-random numbers that are the same for the same seed on every machine and version of .NET (SplitMix64). Not for
/// secrets.
/// </summary>
/// <param name="seed">Any number; equal seeds give equal sequences.</param>
public sealed class SeededRandom(long seed)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong _state = unchecked((ulong)seed);

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        _state = unchecked(_state + Increment);
        return Mix(_state);
    }

    /// <summary>A whole number from 0 up to, without, <paramref name="limit"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)((UInt128)NextBits() * (uint)limit >> 64);
    }

    /// <summary>A number from 0 up to, without, 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with this probability: never for 0, always for 1.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Fills memory with random bytes.</summary>
    public void Fill(Span<byte> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = (byte)NextBits();
        }
    }

    /// <summary>A whole number from 1 to <paramref name="limit"/>; small ones come more often, each power of ten as
    /// often as the next.</summary>
    internal long NextLogarithmic(long limit)
    {
        // Halving instead of exp and log: floating-point functions may differ between machines in the last bit.
        var bits = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)limit);
        var magnitude = 1L << Next(bits);
        var value = magnitude + (long)((UInt128)NextBits() * (ulong)magnitude >> 64);
        return Math.Min(value, limit);
    }

    /// <summary>An independent sequence for a part of the simulation, so that one part's use of numbers does not shift
    /// another's.</summary>
    internal static SeededRandom For(long seed, string part)
    {
        var state = unchecked((ulong)seed);
        foreach (var c in part)
        {
            state = Mix(unchecked((state ^ c) + Increment));
        }

        return new SeededRandom(unchecked((long)state));
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
