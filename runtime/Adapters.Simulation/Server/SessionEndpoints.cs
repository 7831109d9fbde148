using Adapters.Security;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>Calls about the connection that they come over: who is logged on, and whose events are sent.</summary>
public static class SessionEndpoints
{
    /// <summary>Logs keys on and off.</summary>
    /// <param name="table">The venue's endpoints.</param>
    /// <param name="logOn">The endpoint that does.</param>
    /// <param name="status">The endpoint that tells who is logged on.</param>
    /// <param name="logOut">The endpoint that logs off.</param>
    /// <param name="kind">The kind of keys that can log on.</param>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public static void Session<T>(
        this EndpointTable table, string logOn, string status, string logOut, SigningKeyKind kind)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ServerValues Told(VenueCall call, VenueKey? key)
        {
            var session = call.Session!;
            if (session.Key != key)
            {
                session.LogOn(key);
            }

            return new ServerValues(Of(session, call));
        }

        table.One<T>(logOn, call => call.Key!.Kind == kind
            ? Told(call, call.Key)
            : throw call.Server.Face.Deny(AccessProblem.KeyKind).Thrown());
        table.One<T>(status, call => Told(call, call.Session!.Key));
        table.One<T>(logOut, call => Told(call, null));
    }

    /// <summary>Sends what happens to the caller's account from now on; tells the number of the subscription.</summary>
    /// <param name="table">The venue's endpoints.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="isOfLogOn">Until the key that is logged on logs off.</param>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public static void Listen<T>(this EndpointTable table, string endpoint, bool isOfLogOn = false)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        table.One<T>(endpoint, call =>
        {
            var id = call.Session!.Listen(call.Account, isOfLogOn);
            return new ServerValues(_ => id);
        });
    }

    /// <summary>Ends subscriptions to accounts' events: one that there must be, or all.</summary>
    /// <param name="table">The venue's endpoints.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="id">Name of the parameter that holds the number of the only one.</param>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public static void StopListening(this EndpointTable table, string endpoint, string id)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Nothing(endpoint, call =>
        {
            var only = call.Arguments.Long(id);
            if (!call.Session!.StopListening((int?)only) && only is not null)
            {
                throw call.Server.Face.Refusals.Of(VenueProblem.NotSubscribed).Thrown();
            }
        });
    }

    /// <summary>Tells the numbers of the subscriptions to accounts' events.</summary>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public static void Listening<T>(this EndpointTable table, string endpoint)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        table.List<T>(endpoint, call => call.Session!.Listening.Select(id => new ServerValues(_ => id)));
    }

    private static Func<string, object?> Of(VenueSession session, VenueCall call) => name => name switch
    {
        "ApiKey" => session.Key?.Name,
        "AuthorizedSince" => session.LoggedOnAt,
        "ConnectedSince" => session.OpenedAt,
        "ReturnRateLimits" => session.TellsLimits,
        "UserDataStream" => session.Listening.Count > 0,
        "ServerTime" => call.Now,
        _ => null,
    };
}
