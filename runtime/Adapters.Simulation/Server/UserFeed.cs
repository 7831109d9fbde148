using System.Text;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>Sends what happens to an account to one connection.</summary>
internal sealed class UserFeed(VenueServer server, VenueSession session, int subscription) : IAccountObserver
{
    public void OnEvent(SimulatedAccount account, AccountEvent happened)
    {
        if (server.Face.Events.Make(account, happened) is { } made)
        {
            server.Send(session, Wrapped(session, subscription, made.ToUtf8()));
        }
    }

    internal static byte[] Wrapped(VenueSession session, int subscription, byte[] payload) =>
        session.Socket.Envelopes.Count == 0 ? payload : session.Socket.Envelopes[0].Fill(
            ("subscription", subscription.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("payload", Encoding.UTF8.GetString(payload)));
}
