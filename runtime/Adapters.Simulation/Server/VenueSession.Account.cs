using Adapters.Domain;
using Adapters.Simulation.Accounts;

namespace Adapters.Simulation.Server;

/// <content>Who is logged on, and whose events are sent. Hold the exchange's gate to use it.</content>
public sealed partial class VenueSession
{
    private readonly SortedDictionary<int, IDisposable> _listening = [];
    private int _lastListening = -1;

    /// <summary>When the connection began.</summary>
    public Timestamp OpenedAt => _opened;

    /// <summary>The key that is logged on.</summary>
    public VenueKey? Key { get; private set; }

    /// <summary>When it logged on.</summary>
    public Timestamp? LoggedOnAt { get; private set; }

    /// <summary>Numbers of the subscriptions to accounts' events.</summary>
    public IReadOnlyCollection<int> Listening => _listening.Keys;

    /// <summary>Logs a key on, or with null off.</summary>
    public void LogOn(VenueKey? key)
    {
        Key = key;
        LoggedOnAt = key is null ? null : _server.Exchange.Now;
    }

    /// <summary>Sends what happens to an account from now on.</summary>
    /// <returns>Number of the subscription.</returns>
    public int Listen(SimulatedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var id = ++_lastListening;
        _listening[id] = account.Subscribe(new UserFeed(_server, this, id));
        return id;
    }

    /// <summary>Ends a subscription, or with null all.</summary>
    /// <returns>True where there was one.</returns>
    public bool StopListening(int? id = null)
    {
        var ended = _listening.Where(pair => id is null || pair.Key == id).ToArray();
        foreach (var (number, subscription) in ended)
        {
            _listening.Remove(number);
            subscription.Dispose();
        }

        return ended.Length > 0;
    }
}
