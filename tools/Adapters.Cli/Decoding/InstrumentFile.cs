using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Cli.Decoding;

/// <summary>A recorded list of instruments, so that the symbols of other messages can be resolved.</summary>
internal static class InstrumentFile
{
    /// <summary>Takes the markets of a recorded answer of the endpoint that lists instruments.</summary>
    /// <exception cref="Errors.DecodeException">It is not what the venue documents.</exception>
    /// <exception cref="FailureException">A market stands against the domain.</exception>
    public static void Load(ProductCatalogue catalogue, ReadOnlyMemory<byte> utf8, SymbolTable symbols)
    {
        var endpoint = catalogue.Endpoints.FirstOrDefault(endpoint => endpoint.Name == catalogue.Instruments)
            ?? throw new UsageException($"--instruments: {catalogue.Id} names no endpoint that lists its instruments.");
        var answer = new MessageDecoder(catalogue, symbols, new Dictionary<string, string>()).Answer(endpoint, utf8);
        if (answer.Failures is [var failure, ..])
        {
            throw new FailureException($"--instruments: {failure.Problem}", failure.Path);
        }

        symbols.Load(answer.Inspection!.Domain.OfType<Market>());
    }
}
