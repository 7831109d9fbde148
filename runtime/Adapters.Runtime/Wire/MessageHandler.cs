namespace Adapters.Wire;

/// <summary>Takes one message inline on the receiving loop, in order; it must not block. A message that borrows the
/// frame is a ref struct and cannot be kept: copy it with <c>ToOwned()</c>.</summary>
/// <typeparam name="T">The message.</typeparam>
public delegate void MessageHandler<T>(in T message)
    where T : allows ref struct;
