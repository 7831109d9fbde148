using System.Text;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;

namespace Adapters.Calls;

/// <content>What would be sent, for tools.</content>
public sealed partial class CallClient
{
    private const string Socketed = "WS";

    /// <summary>The frame that would be sent, without what authentication adds: its method is <c>WS</c>, its body the frame.
    /// The request stays usable.</summary>
    /// <exception cref="RequestException">Parameters are missing or contradict each other.</exception>
    public RequestPreview Preview(RestRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Complete();
        request.RemoveAuthentication();
        request.Close();
        return Preview(request, isSigned: false);
    }

    /// <summary>The frame that would be sent at a moment over a connection that is not logged on, with key and signature, for
    /// tools: show it only to whoever owns the key. The request stays usable.</summary>
    /// <param name="request">The call.</param>
    /// <param name="at">The time that it carries.</param>
    /// <exception cref="RequestException">Parameters are missing or contradict each other, or credentials are missing.
    /// </exception>
    public RequestPreview Sign(RestRequest request, Timestamp at)
    {
        ArgumentNullException.ThrowIfNull(request);
        var auth = Check(request);
        if (auth is null)
        {
            return Preview(request);
        }

        request.RemoveAuthentication();
        Authenticator.Apply(auth, request, at, isLoggedOn: false);
        return Preview(request, isSigned: true);
    }

    private RequestPreview Preview(RestRequest request, bool isSigned)
    {
        var frame = new ByteBuffer(512);
        Forms.Call.Write(frame, 1, request.SocketMethod, request.Encoded.Span);
        request.RemoveAuthentication();
        var costs = LimitCosts.Of(Catalogue, request).Select(static cost => KeyValuePair.Create(cost.Limit, cost.Amount));
        return new RequestPreview(Socketed, Address.OriginalString, [], Encoding.UTF8.GetString(frame.Span), [.. costs])
        {
            IsSigned = isSigned,
        };
    }
}
