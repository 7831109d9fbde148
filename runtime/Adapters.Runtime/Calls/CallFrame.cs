using System.Buffers;
using System.Globalization;
using System.Text;
using Adapters.Catalogue;
using Adapters.Rest;

namespace Adapters.Calls;

/// <summary>The form of a request over a socket, cut into what stands between its placeholders, so that a call is
/// written without making strings of it.</summary>
internal sealed class CallFrame
{
    private static readonly string[] Names = ["id", "method", "args"];

    private readonly byte[][] _literals;
    private readonly int[] _holes; // by place: index into Names

    /// <exception cref="ArgumentException">The form has a placeholder that no call fills.</exception>
    internal CallFrame(FrameTemplate template)
    {
        var marks = Names.Select(static name => $"\"$${name}$$\"").ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        template.Write(buffer, name => Array.IndexOf(Names, name) is >= 0 and var hole ? marks[hole] : null);
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        var literals = new List<byte[]>();
        var holes = new List<int>();
        var from = 0;
        while (Next(text, from, marks) is { Hole: >= 0 } next)
        {
            literals.Add(Encoding.UTF8.GetBytes(text[from..next.At]));
            holes.Add(next.Hole);
            from = next.At + marks[next.Hole].Length;
        }

        literals.Add(Encoding.UTF8.GetBytes(text[from..]));
        _literals = [.. literals];
        _holes = [.. holes];
    }

    /// <summary>Writes a call.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="id">Tells its answer apart.</param>
    /// <param name="method">What is called.</param>
    /// <param name="arguments">A JSON object.</param>
    internal void Write(ByteBuffer output, long id, ReadOnlySpan<byte> method, ReadOnlySpan<byte> arguments)
    {
        for (var i = 0; i < _holes.Length; i++)
        {
            output.Append(_literals[i]);
            switch (_holes[i])
            {
                case 0:
                    id.TryFormat(output.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
                    output.Advance(written);
                    break;
                case 1:
                    ValueText.Quote(output, method);
                    break;
                default:
                    output.Append(arguments);
                    break;
            }
        }

        output.Append(_literals[^1]);
    }

    private static (int At, int Hole) Next(string text, int from, string[] marks)
    {
        var found = (At: int.MaxValue, Hole: -1);
        for (var hole = 0; hole < marks.Length; hole++)
        {
            var at = text.IndexOf(marks[hole], from, StringComparison.Ordinal);
            found = at >= 0 && at < found.At ? (at, hole) : found;
        }

        return found;
    }
}
