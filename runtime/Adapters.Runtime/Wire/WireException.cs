namespace Adapters.Wire;

/// <summary>A value that cannot be read, by its offset in the message. <see cref="WireDecoder"/> turns it into a
/// <see cref="Errors.DecodeException"/> with endpoint and path.</summary>
public sealed class WireException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="offset">Bytes from the start of the message to the value.</param>
    /// <param name="problem">What is wrong, without the value itself.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WireException(int offset, string problem, Exception? innerException = null)
        : base(problem, innerException) => Offset = offset;

    /// <summary>Bytes from the start of the message to the value.</summary>
    public int Offset { get; }
}
