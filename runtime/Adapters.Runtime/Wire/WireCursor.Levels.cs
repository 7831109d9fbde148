using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Levels: where most bytes of market data are.</content>
public ref partial struct WireCursor
{
    private const int NoSlot = -1;

    // From a price's first digit to the quote behind the quantity, as venues write them; longer ones are read singly.
    private const int Window = 32;

    /// <summary>Price and quantity by position; further items are skipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Level Level()
    {
        Rest = PastLevel(Rest, out var level);
        return level;
    }

    /// <summary>Price and quantity by position, or null where they are absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Level? LevelOrNull() => TakeAbsent() ? null : Level();

    /// <summary>A list of levels, owned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Level[] Levels()
    {
        var levels = new Level[FirstCapacity];
        Rest = PastLevels(Rest, null, NoSlot, ref levels, out var count);
        Array.Resize(ref levels, count);
        return levels;
    }

    /// <summary>A list of levels, owned, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Level[]? LevelsOrNull() => TakeAbsent() ? null : Levels();

    /// <summary>A list of levels in reused memory; <c>default</c>, which an empty list is not, where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Level> LevelSpanOrNone(int slot) => TakeAbsent() ? default : LevelSpan(slot);

    /// <summary>A list of levels in reused memory; valid until the context reads the next message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Level> LevelSpan(int slot)
    {
        var levels = _context.Borrow<Level>(slot, FirstCapacity);
        Rest = PastLevels(Rest, _context, slot, ref levels, out var count);
        return levels.AsSpan(0, count);
    }

    /// <summary>What follows a list of levels; empty where it has another form.</summary>
    /// <param name="rest">Starts with the list.</param>
    /// <param name="context">Lends larger buffers; null where they are owned.</param>
    /// <param name="slot">The slot of the buffer.</param>
    /// <param name="levels">The buffer; replaced where it is too small.</param>
    /// <param name="count">Number of levels.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ReadOnlySpan<byte> PastLevels(
        ReadOnlySpan<byte> rest, WireContext? context, int slot, scoped ref Level[] levels, out int count)
    {
        count = 0;
        if (rest.Length < 2 || rest[0] != '[' || !BitConverter.IsLittleEndian)
        {
            return default;
        }

        if (rest[1] == ']')
        {
            return rest.Slice(2);
        }

        rest = rest.Slice(1);
        var items = levels;
        for (var i = 0; ; i++)
        {
            if (i == items.Length)
            {
                levels = items = Larger(items, context, slot);
            }

            rest = PastTextLevel(rest, out items[i]);
            if (rest.Length == 0)
            {
                return default;
            }

            if (rest[0] != ',')
            {
                count = i + 1;
                return rest[0] == ']' ? rest.Slice(1) : default;
            }

            rest = rest.Slice(1);
        }
    }

    private static Level[] Larger(Level[] items, WireContext? context, int slot)
    {
        if (context is not null)
        {
            return context.Borrow<Level>(slot, items.Length * 2);
        }

        Array.Resize(ref items, items.Length * 2);
        return items;
    }

    // The quotes of both texts are found at once: the next level's place does not wait for this one's digits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> PastTextLevel(ReadOnlySpan<byte> rest, out Level level)
    {
        if (rest.Length >= Window + 2 && rest[0] == '[' && rest[1] == '"')
        {
            var text = rest.Slice(2);
            var quotes = Vector256.Equals(Vector256.Create(text.Slice(0, Window)), Vector256.Create((byte)'"'))
                .ExtractMostSignificantBits();
            var price = BitOperations.TrailingZeroCount(quotes);
            quotes &= quotes - 1;
            var from = BitOperations.TrailingZeroCount(quotes) + 1;
            quotes &= quotes - 1;
            var to = BitOperations.TrailingZeroCount(quotes);
            if (price < Room && from == price + 3 && to < Window && to - from < Room && text.Length >= from + Room
                && text.Length > to + 1
                && Digits.TryDecimal(Vector128.Create(text.Slice(0, Room)), price, out var priceDigits, out var priceScale)
                && Digits.TryDecimal(Vector128.Create(text.Slice(from, Room)), to - from, out var quantityDigits, out var quantityScale)
                && text[price + 1] == ',' && text[to + 1] == ']')
            {
                level = new Level(Compose(priceDigits, priceScale), Compose(quantityDigits, quantityScale));
                return text.Slice(to + 2);
            }
        }

        return PastLevel(rest, out level);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> PastLevel(ReadOnlySpan<byte> rest, out Level level)
    {
        level = default;
        if (rest.IsEmpty || rest[0] != '[')
        {
            return default;
        }

        rest = PastDecimal(rest.Slice(1), out var price);
        if (rest.IsEmpty || rest[0] != ',')
        {
            return default;
        }

        rest = PastDecimal(rest.Slice(1), out var quantity);
        while (!rest.IsEmpty && rest[0] == ',')
        {
            rest = PastValue(rest.Slice(1));
        }

        level = new Level(price, quantity);
        return !rest.IsEmpty && rest[0] == ']' ? rest.Slice(1) : default;
    }
}
