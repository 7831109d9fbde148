using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>
/// The only code that reads bytes without the runtime's checks of bounds; see docs/decisions/0007-unsafe-reads-in-one-file.md.
/// <para>Why it never reads outside the message: <c>_at</c> and <c>_left</c> are set together from a span (<see
/// cref="Rest"/>) and moved together (<see cref="Pass"/>, <see cref="Move"/>), so that the <c>_left</c> bytes from <c>_at</c>
/// on belong to the message. Each method compares <c>_left</c> with the number of bytes it is about to look at, looks at
/// offsets below that number only, and passes no more than it looked at: a key its length; the end of an object and the
/// opening of a value 1; an absent value 2 or 4; what is skipped 4; a boolean 5; whole numbers and times <c>Room</c>,
/// loaded at once, of which at most 15 are passed; numbers and names <c>Room + 2</c>: the quote, <c>Room</c> loaded at
/// once behind it, and the closing quote, which stands at offset <c>Room + 1</c> at most, a number's point before it. What does not fit goes to
/// methods of the other files, which use spans; they say how many bytes they leave, and <see cref="Move"/> checks it.</para>
/// </content>
public ref partial struct WireCursor
{
    private const int Room = Digits.Room;
    private const uint True = 0x65757274; // "true", the first character in the lowest byte
    private const uint False = 0x736C6166; // "fals"
    private const uint Null = 0x6C6C756E;

    // The scale in the third byte, 64 bits of digits at the end.
    private static readonly bool IsAsKnown = BitConverter.IsLittleEndian
        && Unsafe.BitCast<decimal, Vector128<ulong>>(new decimal(0x0403_0201, 0x0807_0605, 0, false, 28))
            == Vector128.Create(28UL << 16, 0x0807_0605_0403_0201UL);

    // Few fields, never copied as a whole and never passed by reference: then all of them live in registers.
    private ref byte _at;
    private int _left;
    private readonly WireContext _context;
    private ulong _seen; // fields of the record that were read before the present run
    private int _length; // of what was left behind the object's opening
    private int _depth;
    private bool _isFound;

    /// <summary>What has not been read; empty where the cursor could not go on.</summary>
    public ReadOnlySpan<byte> Rest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => Span(ref _at, _left);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private set
        {
            _at = ref MemoryMarshal.GetReference(value);
            _left = value.Length;
        }
    }

    /// <summary>Passes a field's key; false where something else follows.</summary>
    /// <param name="key">The expected bytes up to the value: <c>,"p":</c>, without the comma for the first field.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ReadOnlySpan<byte> key)
    {
        // Length and bytes of the key are constants: a name of one letter, as market data has, costs two comparisons.
        if (key.Length == 5
            ? _left >= 5 && Unsafe.ReadUnaligned<uint>(ref _at) == Unsafe.ReadUnaligned<uint>(ref MemoryMarshal.GetReference(key))
                && Unsafe.Add(ref _at, 4) == key[4]
            : _left >= key.Length && Span(ref _at, key.Length).SequenceEqual(key))
        {
            Pass(key.Length);
            return true;
        }

        if (_isFound)
        {
            _isFound = false;
            return true;
        }

        return false;
    }

    /// <summary>Passes the object's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool EndsObject()
    {
        if (_left < 1 || _at != '}')
        {
            return false;
        }

        Pass(1);
        return true;
    }

    /// <summary>True or false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Bool()
    {
        // Which of the two comes is hard to predict: both are compared, and the length is computed.
        if (_left >= 5)
        {
            var word = Unsafe.ReadUnaligned<uint>(ref _at);
            var isTrue = word == True;
            if (isTrue | (word == False & Unsafe.Add(ref _at, 4) == 'e'))
            {
                Pass(5 - Unsafe.BitCast<bool, byte>(isTrue));
                return isTrue;
            }
        }

        Fail(); // no message ends with the value
        return false;
    }

    /// <summary>A whole number of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Long()
    {
        if (_left >= Room && _at != '0')
        {
            var digits = Digits.Of(Vector128.LoadUnsafe(ref _at));
            var count = Digits.Count(digits);
            if (count is > 0 and < Room)
            {
                PassPredicted(count);
                return (long)Digits.Whole(digits, count);
            }
        }

        Move(LeftOfLong(ref _at, _left, out var other));
        return other;
    }

    /// <summary>A time in milliseconds since the epoch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp TimeMs()
    {
        if (_left >= Room && _at != '0')
        {
            // 13 digits since 2001: what follows can be read before these digits are.
            var digits = Digits.Of(Vector128.LoadUnsafe(ref _at));
            var value = Digits.Whole(digits, 13);
            if ((Digits.Others(digits) & 0x3FFF) == 0x2000 && value <= long.MaxValue / PerMillisecond)
            {
                Pass(13);
                return Timestamp.FromNanoseconds((long)value * PerMillisecond);
            }
        }

        return Time(PerMillisecond);
    }

    /// <summary>An exact number, written where it belongs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(ref Number target) => Pass(LengthOfNumber(ref _at, _left, ref target));

    /// <summary>The number of a field, which mostly has as many digits as the one before.</summary>
    /// <param name="target">Where it belongs.</param>
    /// <param name="field">The field's place in its record.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(ref Number target, int field) => Pass(LengthOfNumber(ref _at, _left, ref target, _context.Shapes, field));

    /// <summary>A text that is in a table; null where it has another form or is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T? Name<T>(Utf8Table<T> table)
        where T : class
    {
        if (_left >= Room + 2 && _at == '"')
        {
            var text = Vector128.LoadUnsafe(ref _at, 1);
            var length = Digits.Quote(text);
            var kept = (text & Digits.Below(length)).AsUInt64();
            if (Unsafe.Add(ref _at, length + 1) == '"'
                && table.Find(new ShortText(kept.ToScalar(), kept.GetElement(1), length)) is { } found)
            {
                PassPredicted(length + 2);
                return found;
            }
        }

        Move(LeftOfName(ref _at, _left, table, out var other));
        return other;
    }

    /// <summary>A value that is always the same.</summary>
    /// <param name="expected">The text with its quotes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Constant(ReadOnlySpan<byte> expected)
    {
        if (_left >= expected.Length && Span(ref _at, expected.Length).SequenceEqual(expected))
        {
            Pass(expected.Length);
            return;
        }

        Move(LeftOfConstant(ref _at, _left, expected));
    }

    /// <summary>Any value, which is not looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip()
    {
        if (_left >= 4 && Unsafe.ReadUnaligned<uint>(ref _at) == True)
        {
            Pass(4);
            return;
        }

        Move(LeftOfValue(ref _at, _left));
    }

    // Not inlined: a record may have dozens, and beyond what the compiler tracks the cursor would leave the registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LengthOfNumber(ref byte at, int left, ref Number target, NumberShape[] shapes, int field)
    {
        if ((uint)field >= (uint)shapes.Length)
        {
            return LengthOfNumber(ref at, left, ref target);
        }

        ref var shape = ref shapes[field];
        if (left >= Room + 2 && at == '"')
        {
            // What is known from last time is not waited for: the processor foresees that the shape is the same.
            var digits = Digits.Of(Vector128.LoadUnsafe(ref at, 1));
            if ((Digits.Others(digits) & shape.Characters) == shape.Others
                && Unsafe.Add(ref at, shape.Point) == '.' && Unsafe.Add(ref at, shape.End) == '"')
            {
                Set(ref target, Digits.Pack(Vector128.ShuffleNative(digits, shape.Order)), shape.Scale);
                return shape.End + 1;
            }
        }

        return LengthOfNewShape(ref at, left, ref target, ref shape);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LengthOfNumber(ref byte at, int left, ref Number target)
    {
        var shape = default(NumberShape);
        return LengthOfNewShape(ref at, left, ref target, ref shape);
    }

    // Digits, a point, digits, a quote; at most the 16 characters behind the opening quote, and the one behind them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LengthOfNewShape(ref byte at, int left, ref Number target, ref NumberShape shape)
    {
        if (left >= Room + 2 && at == '"')
        {
            var digits = Digits.Of(Vector128.LoadUnsafe(ref at, 1));
            var others = Digits.Others(digits);
            var point = BitOperations.TrailingZeroCount(others);
            var length = BitOperations.TrailingZeroCount((others & (others - 1)) | 0x1_0000);
            if ((uint)(point - 1) < (uint)(length - 2)
                && Unsafe.Add(ref at, point + 1) == '.' && Unsafe.Add(ref at, length + 1) == '"')
            {
                shape = new NumberShape(point, length);
                Set(ref target, Digits.Pack(Vector128.ShuffleNative(digits, shape.Order)), shape.Scale);
                return length + 2;
            }
        }

        return left - LeftOfNumber(ref at, left, ref target);
    }

    // In one piece: who reads it as one, as all do, would wait for pieces to be put together.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(ref Number target, ulong mantissa, int scale)
    {
        if (!IsAsKnown)
        {
            target = Domain.Number.FromDecimal(Compose(mantissa, scale));
            return;
        }

        target = default;
        Unsafe.As<decimal, Vector128<ulong>>(ref Domain.Number.Exact(ref target)) = Vector128.Create((ulong)scale << 16, mantissa);
    }

    // Null and empty text mean that a value is absent.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeAbsent()
    {
        var length = _left >= 4 && Unsafe.ReadUnaligned<uint>(ref _at) == Null ? 4
            : _left >= 2 && _at == '"' && Unsafe.Add(ref _at, 1) == '"' ? 2 : 0;
        Pass(length);
        return length != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(byte opening)
    {
        if (_left > 0 && _at == opening && _depth < MaxDepth)
        {
            Pass(1);
        }
        else
        {
            Fail();
        }

        _depth++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> Span(ref byte at, int left) => MemoryMarshal.CreateReadOnlySpan(ref at, left);

    /// <summary>The cursor cannot go on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fail() => _left = 0;

    /// <summary>Moves to where so many bytes are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Move(int left)
    {
        if ((uint)left > (uint)_left)
        {
            throw new ArgumentOutOfRangeException(nameof(left));
        }

        _at = ref Unsafe.Add(ref _at, _left - left);
        _left = left;
    }

    /// <summary>Moves behind bytes that are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pass(int length)
    {
        _at = ref Unsafe.Add(ref _at, length);
        _left -= length;
    }

    /// <summary>Moves behind bytes that are there by a jump instead of an addition: the processor foresees where it goes,
    /// and reads on before it has seen where the value ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PassPredicted(int length)
    {
        switch (length)
        {
            case 7: Pass(7); break;
            case 8: Pass(8); break;
            case 9: Pass(9); break;
            case 10: Pass(10); break;
            case 11: Pass(11); break;
            case 12: Pass(12); break;
            case 13: Pass(13); break;
            default: Pass(length); break;
        }
    }
}
