using System.Runtime.Intrinsics;

namespace Adapters.Wire;

/// <summary>
/// Where the point of a number stood, and where it ended, when its field was read last. Numbers of one field mostly have
/// as many digits as the one before: the next is read as if it had the same shape, once its own is seen to be that.
/// </summary>
internal readonly struct NumberShape
{
    /// <summary>Fields of a record whose shapes are kept.</summary>
    internal const int Most = 32;

    /// <summary>One bit per character, up to and with the closing quote.</summary>
    internal readonly uint Characters;

    /// <summary>Those that are no digits: the point and the quote.</summary>
    internal readonly uint Others;

    /// <summary>Bytes from the opening quote to the point; 0 is no shape, because the quote stands there.</summary>
    internal readonly int Point;

    /// <summary>Bytes from the opening quote to the closing one.</summary>
    internal readonly int End;

    /// <summary>Digits behind the point.</summary>
    internal readonly int Scale;

    /// <summary>Where <see cref="Digits.Pack"/> wants the characters.</summary>
    internal readonly Vector128<byte> Order;

    /// <summary>Of a number that was looked at.</summary>
    /// <param name="point">Digits before the point.</param>
    /// <param name="length">All characters, at most 16.</param>
    internal NumberShape(int point, int length)
    {
        Characters = (2u << length) - 1;
        Others = (1u << point) | (1u << length);
        Point = point + 1;
        End = length + 1;
        Scale = length - point - 1;
        Order = Digits.Order(length, Scale);
    }
}
