using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Security;

namespace Adapters.Rest;

/// <summary>Puts key, time and signature where the specification says, once per attempt and after every wait: the bytes
/// that are signed are the bytes that are sent. Everything is written into the request's own buffers.</summary>
internal sealed class Authenticator(
    ProductCatalogue catalogue, EnvironmentInfo environment, Credentials? credentials, IRequestSigner? signer,
    RestOptions options)
{
    private readonly ConcurrentDictionary<EndpointInfo, AuthPlan?> _plans = [];
    private readonly Dictionary<AuthValue, string> _values = new()
    {
        [AuthValue.Key] = credentials?.Key ?? "",
        [AuthValue.ReceiveWindow] = ((long)options.ReceiveWindow.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The kind of authentication of a call, or null where it needs none.</summary>
    /// <exception cref="RequestException">The environment lacks the call, or credentials are missing.</exception>
    internal AuthPlan? Find(EndpointInfo endpoint)
    {
        if (!_plans.TryGetValue(endpoint, out var plan))
        {
            plan = Make(endpoint);
            _plans.TryAdd(endpoint, plan);
        }

        return plan;
    }

    private AuthPlan? Make(EndpointInfo endpoint)
    {
        if (environment.Without.Contains(endpoint.Name) || (endpoint.Auth is { } kind && environment.Without.Contains(kind)))
        {
            throw new RequestException(
                endpoint, $"the environment '{environment.Name}' of {catalogue.Id} does not offer it. Use another one.");
        }

        if (endpoint.Auth is null)
        {
            return null;
        }

        if (catalogue.Auth.FirstOrDefault(auth => auth.Name == endpoint.Auth) is not { } auth)
        {
            throw new RequestException(endpoint, $"{catalogue.Id} describes no authentication '{endpoint.Auth}'.");
        }

        if (credentials is null)
        {
            throw new RequestException(endpoint, "it needs an API key. Give credentials to the client.");
        }

        var plan = new AuthPlan(auth, endpoint, _values);
        return !plan.IsSigned || (signer is not null && credentials.SigningKey is not null)
            ? plan
            : throw new RequestException(endpoint, "it is signed. Give a signing key and the exchange's signer to the client.");
    }

    /// <summary>Adds what the authentication needs: parameters to the request's text, headers to its headers.</summary>
    /// <param name="plan">What is needed.</param>
    /// <param name="request">Takes it.</param>
    /// <param name="now">The time on the server's clock.</param>
    /// <param name="isLoggedOn">It goes over a socket that knows key and signature already.</param>
    internal void Apply(AuthPlan plan, RestRequest request, Timestamp now, bool isLoggedOn)
    {
        foreach (var part in request.IsFrame ? plan.Frame : plan.Adds)
        {
            switch (part.Value)
            {
                case AuthValue.Key or AuthValue.Signature when isLoggedOn:
                case AuthValue.Now or AuthValue.ReceiveWindow when request.Has(part):
                    break; // known already, or given by whoever calls
                case AuthValue.ReceiveWindow:
                    request.AddAuthentication(part, isQuoted: false);
                    break;
                case AuthValue.Key or AuthValue.Constant:
                    request.AddAuthentication(part, isQuoted: true);
                    break;
                case AuthValue.Now:
                    request.AddAuthentication(part, now.UnixMilliseconds);
                    break;
                case AuthValue.Signature:
                    Sign(request, now);
                    request.AddAuthentication(part, request.Signature.Span, isQuoted: true);
                    break;
                default:
                    throw Unknown(request, part);
            }
        }

        request.Close();
        foreach (var part in request.IsFrame ? [] : plan.Headers)
        {
            request.Headers.Add(new(part.Name, HeaderText(part, request, now)));
        }
    }

    /// <summary>Texts of an authenticated request that must not be shown.</summary>
    internal IReadOnlyList<string> Secrets(RestRequest request)
    {
        if (credentials is null)
        {
            return [];
        }

        if (request.Signature.Length == 0)
        {
            return [credentials.Key];
        }

        var encoded = new ByteBuffer(request.Signature.Length * 3);
        PercentEncoding.Append(encoded, request.Signature.Span);
        return [credentials.Key, Encoding.ASCII.GetString(request.Signature.Span), Encoding.ASCII.GetString(encoded.Span)];
    }

    private string HeaderText(AuthPart part, RestRequest request, Timestamp now)
    {
        switch (part.Value)
        {
            case AuthValue.Key or AuthValue.ReceiveWindow or AuthValue.Constant:
                return part.Text;
            case AuthValue.Now:
                return now.UnixMilliseconds.ToString(CultureInfo.InvariantCulture);
            case AuthValue.Signature:
                Sign(request, now);
                return Encoding.ASCII.GetString(request.Signature.Span);
            default:
                throw Unknown(request, part);
        }
    }

    private void Sign(RestRequest request, Timestamp now)
    {
        request.Payload.Truncate(0);
        signer!.WritePayload(
            new SigningInput
            {
                Endpoint = request.Endpoint,
                Path = request.IsFrame ? request.Endpoint.SocketMethod! : request.PathText(),
                Parameters = request.Encoded.Span,
                Frame = request.Pairs(),
                IsFrame = request.IsFrame,
                Key = credentials!.Key,
                Time = now,
                ReceiveWindow = options.ReceiveWindow,
            },
            request.Payload);
        var key = credentials.SigningKey!;
        request.Signature.Truncate(0);
        try
        {
            request.Signature.Advance(
                key.Sign(request.Payload.Span, request.Signature.GetSpan(key.MaxSignatureLength)));
        }
        catch (Exception error) when (error is not ObjectDisposedException)
        {
            // A user's own key may fail in any way, and what it throws must not be taken for an answer that is missing.
            var endpoint = request.Endpoint;
            throw new ExchangeException(
                catalogue.Id, request.IsFrame ? endpoint.SocketMethod! : endpoint.Title, ErrorClass.Unreachable,
                $"It was not sent: the {key} could not sign it ({error.GetType().Name}).", error);
        }
    }

    private static RequestException Unknown(RestRequest request, AuthPart part) =>
        new(request.Endpoint, $"nothing is known of the placeholder {part.Form}.");
}
