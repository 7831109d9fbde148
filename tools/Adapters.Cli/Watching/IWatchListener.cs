using Adapters.Books;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Cli.Watching;

/// <summary>Hears what happens in watched markets, on receiving loops; must not block.</summary>
internal interface IWatchListener
{
    /// <summary>Something was traded.</summary>
    void Traded(WatchedMarket market, in Trade trade);

    /// <summary>Statistics changed.</summary>
    void TickerChanged(WatchedMarket market, in Ticker ticker);

    /// <summary>The book changed.</summary>
    void BookChanged(WatchedMarket market, Book book);

    /// <summary>The book's state changed.</summary>
    void BookStateChanged(WatchedMarket market, BookStateChange change);

    /// <summary>A stream was lost, resumed, or went silent.</summary>
    void StreamChanged(WatchedMarket market, string stream, SubscriptionEvent change);
}
