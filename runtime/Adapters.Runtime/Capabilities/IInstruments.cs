using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Capabilities;

/// <summary>Answers which markets there are and by which rules they trade.</summary>
public interface IInstruments
{
    /// <summary>The venue's symbols. They are resolved once <see cref="GetMarketsAsync"/> has run.</summary>
    SymbolTable Symbols { get; }

    /// <summary>Asks the venue for its markets and resolves the symbols.</summary>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    /// <exception cref="DecodeException">The answer is not what the venue documents.</exception>
    ValueTask<IReadOnlyList<Market>> GetMarketsAsync(CancellationToken cancellationToken = default);
}
