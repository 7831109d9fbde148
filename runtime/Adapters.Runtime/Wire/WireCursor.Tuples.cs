using System.Runtime.CompilerServices;

namespace Adapters.Wire;

/// <content>Arrays by position.</content>
public ref partial struct WireCursor
{
    /// <summary>Enters an array that is read by position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginTuple() => Enter((byte)'[');

    /// <summary>Moves to an item; false where the array ends.</summary>
    /// <param name="index">The item's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextItem(int index)
    {
        if (Rest.Length == 0 || Rest[0] == ']')
        {
            return false;
        }

        if (index > 0)
        {
            Move(Rest[0] == ',' ? _left - 1 : 0);
        }

        return true;
    }

    /// <summary>Moves to an item that must be there.</summary>
    /// <param name="index">The item's place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequireItem(int index)
    {
        if (!NextItem(index))
        {
            Fail();
        }
    }

    /// <summary>Passes further items and the array's end.</summary>
    /// <param name="count">Number of items read before.</param>
    /// <returns>Number of bytes behind the array; -1 where it does not end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int LeaveTuple(int count) =>
        Rest.Length > 0 && Rest[0] == ']' ? Rest.Length - 1 : LeftOfTuple(Rest, count);

    private static int LeftOfTuple(ReadOnlySpan<byte> rest, int count)
    {
        while (rest.Length > 0 && rest[0] != ']')
        {
            var from = count++ == 0 ? 0 : 1;
            rest = from == 0 || rest[0] == ',' ? PastValue(rest.Slice(from)) : default;
        }

        return rest.Length - 1; // nothing is left where the array does not end
    }
}
