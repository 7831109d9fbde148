namespace Adapters.Simulation.Matching;

/// <summary>The best prices of a book.</summary>
/// <param name="UpdateId">The id of the last change that the book contains.</param>
/// <param name="Bid">Highest bid; null where there is none.</param>
/// <param name="Ask">Lowest ask; null where there is none.</param>
public readonly record struct TopOfBook(long UpdateId, BookLevel? Bid, BookLevel? Ask);
