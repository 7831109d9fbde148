using System.Text;

namespace Adapters.Simulation.Server;

/// <summary>What clients of several venues sign.</summary>
public static class SignedText
{
    /// <summary>Query and form exactly as they were received, one after the other, without the signature.</summary>
    public static byte[] OfRequest(ServerRequest request, string signature)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Encoding.UTF8.GetBytes(
            Without(request.Query, signature) + Without(Encoding.UTF8.GetString(request.Body.Span), signature));
    }

    /// <summary>The parameters of a call over a socket by name, without the signature, not encoded.</summary>
    public static byte[] OfFrame(Arguments arguments, string signature)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return Encoding.UTF8.GetBytes(string.Join('&', arguments.All
            .Where(argument => argument.Name != signature)
            .OrderBy(static argument => argument.Name, StringComparer.Ordinal)
            .Select(static argument => $"{argument.Name}={argument.Text}")));
    }

    private static string Without(string pairs, string name) => string.Join('&', pairs.Split('&').Where(
        pair => !pair.StartsWith(name + "=", StringComparison.Ordinal)));
}
