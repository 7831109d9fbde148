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
        if (_rest.Length == 0 || _rest[0] == ']')
        {
            return false;
        }

        if (index > 0)
        {
            _rest = _rest[0] == ',' ? _rest.Slice(1) : default;
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

    /// <summary>Passes further items and the array's end, and hands over to the cursor of the value around.</summary>
    /// <param name="outer">The cursor that this one is a copy of.</param>
    /// <param name="count">Number of items read before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool LeaveTuple(scoped ref WireCursor outer, int count)
    {
        var rest = _rest;
        var isWhole = EndsTuple(ref rest, count);
        outer._rest = rest;
        return isWhole;
    }

    private static bool EndsTuple(scoped ref ReadOnlySpan<byte> rest, int count)
    {
        while (rest.Length > 0 && rest[0] != ']')
        {
            var from = count++ == 0 ? 0 : 1;
            rest = from == 0 || rest[0] == ',' ? PastValue(rest.Slice(from)) : default;
        }

        var isEnd = rest.Length > 0;
        rest = isEnd ? rest.Slice(1) : default;
        return isEnd;
    }
}
