using System.Collections.Concurrent;
using System.Globalization;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Simulation.Server;

/// <content>Who calls, and whether it is true.</content>
public sealed partial class VenueServer
{
    private readonly ConcurrentDictionary<string, VenueKey> _keys;

    /// <summary>Takes a key back: whoever comes with it from now on is refused. Who is let in already stays.</summary>
    /// <param name="name">The key as clients send it.</param>
    /// <returns>False where there is no such key.</returns>
    public bool Revoke(string name)
    {
        if (!_keys.TryRemove(name, out var key))
        {
            return false;
        }

        key.Dispose();
        return true;
    }

    private AuthInfo? AuthOf(EndpointInfo endpoint) =>
        endpoint.Auth is { } name ? Face.Catalogue.Auth.First(auth => auth.Name == name) : null;

    /// <summary>The key that a request names, whether or not it may do so.</summary>
    private static string? KeyName(AuthInfo auth, ServerRequest request) =>
        Name(auth.Headers, "$key") is { } header ? request.Header(header) : null;

    /// <summary>Whom limits of a scope are counted for.</summary>
    private Func<string, string> Who(string client, string? keyName) => scope =>
        scope == "account" && keyName is not null && _keys.TryGetValue(keyName, out var key) ? key.AccountId : client;

    /// <summary>Lets a request in; null where anyone may come.</summary>
    private VenueKey? Admit(EndpointInfo endpoint, Arguments arguments, ServerRequest request)
    {
        if (AuthOf(endpoint) is not { } auth)
        {
            return null;
        }

        var key = Known(KeyName(auth, request));
        if (Name(auth.Adds, "$signature") is { } signature)
        {
            CheckTime(endpoint, arguments, auth.Adds);
            CheckSignature(endpoint, arguments, key, signature, () => Face.SignedText(request, signature));
        }

        return key;
    }

    /// <summary>Lets a call over a socket in; where somebody is logged on, it may come without key and signature.
    /// </summary>
    private VenueKey? Admit(EndpointInfo endpoint, Arguments arguments, VenueSession session)
    {
        if (AuthOf(endpoint) is not { } auth)
        {
            return session.Key;
        }

        var (keyName, signature) = (Name(auth.Frame, "$key"), Name(auth.Frame, "$signature"));
        if (session.Key is { } loggedOn && !(keyName is not null && arguments.Has(keyName))
            && !(signature is not null && arguments.Has(signature)))
        {
            CheckTime(endpoint, arguments, auth.Frame);
            return loggedOn;
        }

        if (keyName is null)
        {
            throw Face.Deny(AccessProblem.NotLoggedOn).Thrown();
        }

        var key = Known(arguments.Text(keyName) ?? throw Missing(endpoint, keyName));
        if (signature is not null)
        {
            CheckTime(endpoint, arguments, auth.Frame);
            CheckSignature(endpoint, arguments, key, signature, () => Face.SignedText(arguments, signature));
        }

        return key;
    }

    private VenueKey Known(string? name) =>
        string.IsNullOrEmpty(name) ? throw Face.Deny(AccessProblem.KeyMissing).Thrown()
        : _keys.TryGetValue(name, out var key) ? key
        : throw Face.Deny(AccessProblem.KeyUnknown).Thrown();

    private void CheckSignature(
        EndpointInfo endpoint, Arguments arguments, VenueKey key, string name, Func<byte[]> payload)
    {
        if (arguments.Text(name) is not { Length: > 0 } signature)
        {
            throw Missing(endpoint, name);
        }

        if (!key.Verifies(payload(), signature))
        {
            throw Face.Deny(AccessProblem.Signature).Thrown();
        }
    }

    private void CheckTime(
        EndpointInfo endpoint, Arguments arguments, IReadOnlyList<KeyValuePair<string, string>> adds)
    {
        if (Name(adds, "$now") is not { } name)
        {
            return;
        }

        if (!long.TryParse(arguments.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw Missing(endpoint, name);
        }

        var (time, now, window) = (arguments.Time(name)!.Value, Exchange.Now, Window(endpoint, arguments, adds));
        if (time >= now + Face.ClockTolerance)
        {
            throw Face.Deny(AccessProblem.TooEarly).Thrown();
        }

        if (now - time > window)
        {
            throw Face.Deny(AccessProblem.TooLate).Thrown();
        }
    }

    private TimeSpan Window(
        EndpointInfo endpoint, Arguments arguments, IReadOnlyList<KeyValuePair<string, string>> adds)
    {
        if (Name(adds, "$recvWindow") is not { } name || arguments.Text(name) is not { } text)
        {
            return Face.ReceiveWindow;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var asked))
        {
            throw Missing(endpoint, name);
        }

        return asked > (decimal)Face.MaxReceiveWindow.TotalMilliseconds
            ? throw Face.Deny(AccessProblem.WindowTooLong).Thrown()
            : TimeSpan.FromTicks((long)(asked * TimeSpan.TicksPerMillisecond));
    }

    private VenueException Missing(EndpointInfo endpoint, string name) =>
        Face.Refuse(endpoint, new ArgumentFinding(ArgumentProblem.Missing, name)).Thrown();

    private static string? Name(IReadOnlyList<KeyValuePair<string, string>> pairs, string placeholder) =>
        pairs.FirstOrDefault(pair => pair.Value == placeholder).Key;
}
