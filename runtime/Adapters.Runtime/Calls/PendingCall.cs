using System.Text;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Rest;
using Adapters.Wire;

namespace Adapters.Calls;

/// <summary>How a call over a socket ended.</summary>
internal enum CallEnd
{
    /// <summary>It has not.</summary>
    None,

    /// <summary>Answered with what was asked for.</summary>
    Answered,

    /// <summary>The venue refused.</summary>
    Refused,

    /// <summary>The connection broke after it was sent.</summary>
    Lost,
}

/// <summary>A call that waits for its answer.</summary>
internal abstract class PendingCall
{
    /// <summary>Tells the answer apart.</summary>
    internal long Id { get; set; }

    internal CallEnd End { get; private protected set; }

    /// <summary>HTTP status of a refusal, or what stands for it.</summary>
    internal int Status { get; private protected set; }

    /// <summary>The venue's code.</summary>
    internal string? Code { get; private protected set; }

    /// <summary>The venue's text, or why the connection broke.</summary>
    internal string? Message { get; private protected set; }

    /// <summary>What a refusal tells besides; a copy, for refusals are rare.</summary>
    internal byte[]? Data { get; private protected set; }

    /// <summary>Until when the venue asks to wait.</summary>
    internal Timestamp? RetryAt { get; private protected set; }

    /// <summary>Takes the answer; read at once, for the frame is gone afterwards.</summary>
    internal abstract void Answer(in CallAnswer answer, WireContext context);

    /// <summary>The connection broke.</summary>
    internal abstract void Lose(string reason);
}

/// <summary>Hears of an answer before whoever called.</summary>
/// <returns>Until when the venue asks to wait.</returns>
internal delegate Timestamp? AnswerListener(in CallAnswer answer, WireContext context);

/// <summary>A call whose answer is read as <typeparamref name="T"/>.</summary>
internal sealed class PendingCall<T>(
    Decoding<T> decode, string where, AnswerListener listener, TaskCreationOptions continuations) : PendingCall
{
    private readonly TaskCompletionSource<T?> _done = new(continuations);

    /// <summary>Ends with the call; faulted where the answer could not be read.</summary>
    internal Task<T?> Task => _done.Task;

    internal override void Answer(in CallAnswer answer, WireContext context)
    {
#pragma warning disable CA1031 // whatever is wrong with the answer, it is told to whoever called
        try
        {
            RetryAt = listener(answer, context);
            if (!answer.UnreadableStatus.IsEmpty)
            {
                End = CallEnd.Answered;
                throw new DecodeException(
                    where, "$", $"expected a status as a number, found {Encoding.UTF8.GetString(answer.UnreadableStatus)}");
            }

            if (answer.IsRefusal)
            {
                Status = answer.Status;
                Code = FailureReader.Text(answer.Code);
                Message = FailureReader.Text(answer.Message);
                Data = answer.Data.ToArray();
                End = CallEnd.Refused;
                _done.TrySetResult(default);
                return;
            }

            End = CallEnd.Answered; // whether or not it can be read
            _done.TrySetResult(decode(answer.Payload, context, where));
        }
        catch (Exception error)
        {
            _done.TrySetException(error);
            _ = _done.Task.Exception; // seen, even where whoever called has given up
        }
#pragma warning restore CA1031
    }

    internal override void Lose(string reason)
    {
        Message = reason;
        End = CallEnd.Lost;
        _done.TrySetResult(default);
    }
}
