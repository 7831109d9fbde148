namespace Adapters.Capabilities;

/// <summary>All that can be asked of a market without an account.</summary>
public interface IMarketDataSource : IInstruments, ITickers, IBooks, ITrades, IKlines;
