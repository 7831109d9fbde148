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
    /// <param name="more">What the venue tells of a connection besides.</param>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public static void Session<T>(
        this EndpointTable table, string logOn, string status, string logOut, SigningKeyKind kind,
        Func<VenueSession, Func<string, object?>> more)
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

            return new ServerValues(Of(session, call)).With(more(session));
        }

        table.One<T>(logOn, call => call.Key!.Kind == kind
            ? Told(call, call.Key)
            : throw call.Server.Face.Deny(AccessProblem.KeyKind).Thrown());
        table.One<T>(status, call => Told(call, call.Session!.Key));
        table.One<T>(logOut, call => Told(call, null));
    }

    /// <summary>Sends what happens to the caller's account from now on; tells the number of the subscription.</summary>
    /// <exception cref="ArgumentException">There is no such endpoint, or it is answered already.</exception>
    public static void Listen<T>(this EndpointTable table, params ReadOnlySpan<string> endpoints)
        where T : IServerRecord<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var endpoint in endpoints)
        {
            table.One<T>(endpoint, static call =>
            {
                var id = call.Session!.Listen(call.Account);
                return new ServerValues(_ => id);
            });
        }
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
        "ServerTime" => call.Now,
        _ => null,
    };
}
