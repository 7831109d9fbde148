using System.Buffers.Text;
using Adapters.Catalogue;

namespace Adapters.Calls;

/// <summary>The forms of a call socket's frames, with the places of their placeholders looked up once.</summary>
internal sealed class CallForms
{
    private const int MaxPlaceholders = 16;

    private readonly FrameTemplate _answer;
    private readonly FrameTemplate[] _events;
    private readonly int _id;
    private readonly int _status;
    private readonly int _payload;
    private readonly int _code;
    private readonly int _message;
    private readonly int _data;
    private readonly int _limits;

    /// <exception cref="ArgumentException">The socket takes no calls.</exception>
    internal CallForms(SocketInfo socket)
    {
        if (socket is not { Call: { } call, Answer: { Placeholders.Count: <= MaxPlaceholders } answer })
        {
            throw new ArgumentException($"The socket '{socket.Name}' takes no calls.", nameof(socket));
        }

        Call = new CallFrame(call);
        _answer = answer;
        _events = [.. socket.Envelopes.Where(static form => form.Placeholders.Count <= MaxPlaceholders)];
        _id = answer.IndexOf("id");
        _status = answer.IndexOf("status");
        _payload = answer.IndexOf("payload");
        _code = answer.IndexOf("code");
        _message = answer.IndexOf("message");
        _data = answer.IndexOf("data");
        _limits = answer.IndexOf("limits");
    }

    internal CallFrame Call { get; }

    /// <summary>Takes an answer apart.</summary>
    /// <returns>False where it is none.</returns>
    internal bool TryAnswer(ReadOnlySpan<byte> frame, out CallAnswer answer)
    {
        answer = default;
        Span<Range> captures = stackalloc Range[MaxPlaceholders];
        if (!_answer.TryMatch(frame, captures))
        {
            return false;
        }

        var status = Raw(_status, frame, captures);
        var number = status.IsEmpty ? 200 : Number(status); // venues without one tell refusals by their code alone
        answer = new CallAnswer
        {
            Id = Number(Raw(_id, frame, captures)),
            Status = (int)Math.Clamp(number ?? 0, 0, 999),
            UnreadableStatus = number is null ? status : default,
            Payload = Raw(_payload, frame, captures),
            Code = Raw(_code, frame, captures),
            Message = Raw(_message, frame, captures),
            Data = Raw(_data, frame, captures),
            Limits = Raw(_limits, frame, captures),
        };
        return true;
    }

    /// <summary>Takes an event of a channel apart.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="key">What tells its channel apart; empty where nothing does.</param>
    /// <param name="payload">The event.</param>
    /// <returns>False where it is no event.</returns>
    internal bool TryEvent(ReadOnlySpan<byte> frame, out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> payload)
    {
        key = payload = default;
        Span<Range> captures = stackalloc Range[MaxPlaceholders];
        foreach (var form in _events)
        {
            if (form.TryMatch(frame, captures))
            {
                key = Raw(form.IndexOf("subscription"), frame, captures);
                payload = Raw(form.IndexOf("payload"), frame, captures);
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Raw(int index, ReadOnlySpan<byte> frame, scoped ReadOnlySpan<Range> captures) =>
        index < 0 ? default : frame[captures[index]];

    // Ids come back as they were sent, as a number; some venues make a text of them.
    private static long? Number(ReadOnlySpan<byte> json)
    {
        json = json.Length >= 2 && json[0] == '"' ? json[1..^1] : json;
        return Utf8Parser.TryParse(json, out long number, out var used) && used == json.Length ? number : null;
    }
}

/// <summary>An answer, taken apart; borrows the frame. What is missing is empty.</summary>
internal ref struct CallAnswer
{
    /// <summary>Of the call; null where the venue names none that this side gave.</summary>
    internal long? Id;

    /// <summary>HTTP status, or what stands for it.</summary>
    internal int Status;

    /// <summary>The status, where it is none.</summary>
    internal ReadOnlySpan<byte> UnreadableStatus;

    internal ReadOnlySpan<byte> Payload;

    internal ReadOnlySpan<byte> Code;

    internal ReadOnlySpan<byte> Message;

    internal ReadOnlySpan<byte> Data;

    internal ReadOnlySpan<byte> Limits;

    internal readonly bool IsRefusal => Status is < 200 or > 299 || !Code.IsEmpty;
}
