using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Security;

namespace Adapters.Rest;

/// <summary>Puts key, time and signature where the specification says, once per attempt and after every wait: the bytes
/// that are signed are the bytes that are sent.</summary>
internal sealed class Authenticator(
    ProductCatalogue catalogue, EnvironmentInfo environment, Credentials? credentials, IRequestSigner? signer,
    RestOptions options)
{
    /// <summary>The kind of authentication of a call, or null where it needs none.</summary>
    /// <exception cref="RequestException">The environment lacks the call, or credentials are missing.</exception>
    internal AuthInfo? Find(EndpointInfo endpoint)
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

        var auth = catalogue.Auth.FirstOrDefault(auth => auth.Name == endpoint.Auth)
            ?? throw new RequestException(endpoint, $"{catalogue.Id} describes no authentication '{endpoint.Auth}'.");
        if (credentials is null)
        {
            throw new RequestException(endpoint, "it needs an API key. Give credentials to the client.");
        }

        var signs = auth.Adds.Concat(auth.Headers).Any(static pair => pair.Value == "$signature");
        return !signs || (signer is not null && credentials.SigningKey is not null)
            ? auth
            : throw new RequestException(endpoint, "it is signed. Give a signing key and the exchange's signer to the client.");
    }

    /// <summary>Adds what the authentication needs.</summary>
    /// <returns>Texts that must not be shown.</returns>
    internal IReadOnlyList<string> Apply(AuthInfo auth, RestRequest request, HttpRequestHeaders headers, Timestamp now)
    {
        var secrets = new List<string>(2) { credentials!.Key };
        foreach (var (name, form) in auth.Adds)
        {
            var isNumber = form is "$now" or "$recvWindow";
            request.AddAuthentication(name, Encoding.UTF8.GetBytes(Value(form, request, now, secrets)), !isNumber);
        }

        request.Close();
        foreach (var (name, form) in auth.Headers)
        {
            headers.TryAddWithoutValidation(name, Value(form, request, now, secrets));
        }

        return secrets;
    }

    private string Value(string form, RestRequest request, Timestamp now, List<string> secrets)
    {
        switch (form)
        {
            case "$key":
                return credentials!.Key;
            case "$now":
                return now.UnixMilliseconds.ToString(CultureInfo.InvariantCulture);
            case "$recvWindow":
                return ((long)options.ReceiveWindow.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            case "$signature":
                var signature = Sign(request, now);
                secrets.Add(signature);
                return signature;
            default:
                return form.StartsWith('$')
                    ? throw new RequestException(request.Endpoint, $"nothing is known of the placeholder {form}.")
                    : form;
        }
    }

    private string Sign(RestRequest request, Timestamp now)
    {
        var payload = new ByteBuffer(512);
        signer!.WritePayload(
            new SigningInput
            {
                Endpoint = request.Endpoint,
                Path = request.PathText(),
                Parameters = request.Encoded.Span,
                Key = credentials!.Key,
                Time = now,
                ReceiveWindow = options.ReceiveWindow,
            },
            payload);
        var key = credentials.SigningKey!;
        Span<byte> signature = new byte[key.MaxSignatureLength];
        return Encoding.ASCII.GetString(signature[..key.Sign(payload.Span, signature)]);
    }
}
