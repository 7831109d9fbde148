namespace Adapters.Domain;

/// <summary>Exact multiples of a tick or step. Works with remainders, because a decimal division may round.</summary>
internal static class Grid
{
    /// <summary>True where the value is a multiple of the step, or there is no step (0).</summary>
    internal static bool IsOn(decimal value, decimal step) => step == 0m || value % step == 0m;

    /// <summary>The step of the values that are multiples of both steps; 0 means no step.</summary>
    /// <exception cref="OverflowException">No decimal holds it.</exception>
    internal static decimal Common(decimal one, decimal other)
    {
        if (one == 0m || other == 0m)
        {
            return one + other;
        }

        var (divisor, rest) = (one, other % one);
        while (rest != 0m)
        {
            (divisor, rest) = (rest, divisor % rest);
        }

        return one / divisor * other;
    }

    internal static decimal Round(decimal value, decimal step, Rounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (rounding is not (Rounding.Down or Rounding.Up or Rounding.Nearest))
        {
            throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Say Down, Up or Nearest.");
        }

        if (step == 0m)
        {
            return value;
        }

        var above = value % step;
        if (above == 0m)
        {
            return value;
        }

        var goesUp = rounding == Rounding.Up || (rounding == Rounding.Nearest && above >= step - above);
        var rounded = goesUp ? value - above + step : value - above;
        return rounded % step == 0m
            ? rounded
            : throw new OverflowException("The rounded value has more digits than a decimal holds exactly.");
    }
}
