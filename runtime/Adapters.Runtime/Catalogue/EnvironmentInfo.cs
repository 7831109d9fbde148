namespace Adapters.Catalogue;

/// <summary>Where a product can be reached.</summary>
/// <param name="Name">For example <c>live</c>.</param>
/// <param name="Hosts">Base addresses by name: <c>rest</c>, and those that socket urls name.</param>
/// <param name="Without">Endpoints, sockets and kinds of authentication that the environment lacks.</param>
public sealed record EnvironmentInfo(
    string Name, IReadOnlyDictionary<string, string> Hosts, IReadOnlyList<string> Without)
{
    /// <summary>The base address of REST calls.</summary>
    /// <exception cref="InvalidOperationException">The environment has no REST host.</exception>
    public string Rest => Host("rest");

    /// <summary>A host by name.</summary>
    /// <exception cref="InvalidOperationException">The environment has none of that name.</exception>
    public string Host(string name) => Hosts.TryGetValue(name, out var host)
        ? host
        : throw new InvalidOperationException($"The environment '{Name}' has no host '{name}'.");

    /// <summary>Fills hosts into a url template such as <c>{stream}/stream</c>.</summary>
    /// <exception cref="InvalidOperationException">The environment lacks a host that the template names.</exception>
    public Uri Resolve(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var open = template.IndexOf('{', StringComparison.Ordinal);
        while (open >= 0)
        {
            var close = template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            var host = Host(template[(open + 1)..close]);
            template = string.Concat(template.AsSpan(0, open), host, template.AsSpan(close + 1));
            open = template.IndexOf('{', open + host.Length);
        }

        return new Uri(template);
    }
}
