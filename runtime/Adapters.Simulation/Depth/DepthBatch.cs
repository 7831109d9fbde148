using Adapters.Domain;

namespace Adapters.Simulation.Depth;

/// <summary>What changed in a book between two publications.</summary>
/// <param name="FirstId">First change inside; always the one after <paramref name="PreviousLastId"/>.</param>
/// <param name="LastId">Last change inside.</param>
/// <param name="PreviousLastId">Last change before the batch.</param>
/// <param name="Bids">Changed bids, best first, each price once with its quantity now; 0 removes the price.</param>
/// <param name="Asks">Changed asks, in the same way.</param>
/// <param name="Time">The market's time when the batch was taken.</param>
public sealed record DepthBatch(
    long FirstId,
    long LastId,
    long PreviousLastId,
    IReadOnlyList<Level> Bids,
    IReadOnlyList<Level> Asks,
    Timestamp Time);
