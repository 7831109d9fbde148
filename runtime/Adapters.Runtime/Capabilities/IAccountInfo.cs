namespace Adapters.Capabilities;

/// <summary>All that can be asked of an account.</summary>
/// <remarks>Besides what each question names, all may end in an <see cref="Adapters.Rest.RequestException"/> where
/// credentials are missing (nothing is sent), in a <see cref="Adapters.Errors.DecodeException"/> where an answer is not what
/// the venue documents, in a <see cref="Adapters.Errors.ConversionException"/> where it holds a value that nobody knows, and
/// in an <see cref="OperationCanceledException"/> where they are cancelled.</remarks>
public interface IAccountInfo : IBalances, IFills, IFees;
