using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <content>Who is logged on, and whose events are sent. Hold the exchange's gate to use it.</content>
public sealed partial class VenueSession
{
    private readonly SortedDictionary<int, (SimulatedAccount Account, IDisposable Feed, bool IsOfLogOn)> _listening = [];
    private int _lastListening = -1;

    /// <summary>When the connection began.</summary>
    public Timestamp OpenedAt => _opened;

    /// <summary>The key that is logged on.</summary>
    public VenueKey? Key { get; private set; }

    /// <summary>When it logged on.</summary>
    public Timestamp? LoggedOnAt { get; private set; }

    /// <summary>Numbers of the subscriptions to accounts' events.</summary>
    public IReadOnlyCollection<int> Listening => _listening.Keys;

    /// <summary>Logs a key on, or with null off; off ends the subscription that was made in its name.</summary>
    public void LogOn(VenueKey? key)
    {
        Key = key;
        LoggedOnAt = key is null ? null : _server.Exchange.Now;
        if (key is null)
        {
            StopListening(pair => pair.Value.IsOfLogOn);
        }
    }

    /// <summary>Sends what happens to an account from now on.</summary>
    /// <param name="account">The account.</param>
    /// <param name="isOfLogOn">Until the key that is logged on logs off.</param>
    /// <returns>Number of the subscription.</returns>
    /// <exception cref="VenueException">There is a subscription to the account, or there are too many.</exception>
    public int Listen(SimulatedAccount account, bool isOfLogOn = false)
    {
        ArgumentNullException.ThrowIfNull(account);
        var face = _server.Face;
        if (_listening.Values.Any(one => one.Account == account))
        {
            throw face.Refusals.Of(VenueProblem.Subscribed).Thrown();
        }

        if (_listening.Count >= face.MaxListening)
        {
            throw face.Refusals.Of(VenueProblem.TooManySubscriptions, null, ("most", face.MaxListening)).Thrown();
        }

        if (_lastListening + 1 >= face.MaxListeningEver)
        {
            throw face.Refusals.Of(VenueProblem.SubscriptionsUsedUp).Thrown();
        }

        var id = ++_lastListening;
        _listening[id] = (account, account.Subscribe(new UserFeed(_server, this, id)), isOfLogOn);
        return id;
    }

    /// <summary>Ends a subscription, or with null all.</summary>
    /// <returns>True where there was one.</returns>
    public bool StopListening(int? id = null) => StopListening(pair => id is null || pair.Key == id);

    private bool StopListening(
        Func<KeyValuePair<int, (SimulatedAccount Account, IDisposable Feed, bool IsOfLogOn)>, bool> isMeant)
    {
        var ended = _listening.Where(isMeant).ToArray();
        foreach (var (number, subscription) in ended)
        {
            _listening.Remove(number);
            subscription.Feed.Dispose();
            if (!_isClosed && _server.Face.Events.MakeEnd is { } end)
            {
                _server.SendAfter(this, UserFeed.Wrapped(this, number, end(_server.Exchange.Now).ToUtf8()));
            }
        }

        return ended.Length > 0;
    }
}
