namespace Adapters.Capabilities;

/// <summary>All that can be asked of a market without an account.</summary>
/// <remarks>Prices are in quote units, quantities in base units. Besides what each question names, all may end in a
/// <see cref="Adapters.Errors.DecodeException"/> where an answer is not what the venue documents, in a
/// <see cref="Adapters.Errors.ConversionException"/> where it holds a value that nobody knows, and in an
/// <see cref="OperationCanceledException"/> where they are cancelled.</remarks>
public interface IMarketDataSource : IInstruments, ITickers, IBooks, ITrades, IKlines;
