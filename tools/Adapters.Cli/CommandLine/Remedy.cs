using System.Globalization;
using Adapters.Cli.Trading;
using Adapters.Errors;

namespace Adapters.Cli.CommandLine;

/// <summary>What whoever ran a command can do about what the venue answered.</summary>
internal static class Remedy
{
    /// <summary>The remedy; null where nobody knows one.</summary>
    public static string? Of(ExchangeException error) => error.Advice switch
    {
        ErrorAdvice.Retry => "The same command may be run again.",
        ErrorAdvice.Wait => error.RetryAfter is { } wait
            ? string.Create(CultureInfo.InvariantCulture, $"Wait {wait.TotalSeconds:0.#} s before the next call.")
            : "Wait before the next call.",
        ErrorAdvice.Resync => "Run it again: clock or session is set anew.",
        ErrorAdvice.GiveUp when error.Endpoint == Outcomes.Endpoint || error.Code is not null => Change(error),
        ErrorAdvice.NothingToDo => "There is nothing left to do.",
        ErrorAdvice.Resolve => "What became of it is not known: ask before doing it again.",
        _ => null,
    };

    // The same again would be refused again.
    private static string Change(ExchangeException error) => error.Class switch
    {
        ErrorClass.Authentication =>
            "Key and secret have to belong together and to this environment, and the key has to allow this address.",
        ErrorClass.Permission => "Change the key's rights, or its addresses, where the venue lists its keys.",
        ErrorClass.UnknownSymbol => $"'adapters markets {error.Exchange}' lists what there is.",
        ErrorClass.InvalidPrice or ErrorClass.InvalidQuantity or ErrorClass.InvalidNotional =>
            $"It has to be changed: 'adapters markets {error.Exchange}' lists each market's steps and limits.",
        ErrorClass.InsufficientFunds => $"It has to be changed: 'adapters balance {error.Exchange}' tells what is free.",
        ErrorClass.UnknownOrder =>
            $"'adapters orders {error.Exchange}' lists what is open; with a symbol and --all also what has ended.",
        ErrorClass.DuplicateOrder =>
            "An open order has this client id: it was placed already, or the new one needs another id.",
        ErrorClass.WouldTake => "It would trade at once: move its price, or leave out that it must not take.",
        ErrorClass.WouldTrigger => "It would trigger at once: move its trigger price to the other side of the market.",
        ErrorClass.OrderLimit => "Cancel other open orders first.",
        ErrorClass.MarketClosed => $"'adapters markets {error.Exchange}' tells which markets trade.",
        _ => "It has to be changed: the same again would be refused again.",
    };
}
