using System.Globalization;
using System.Net.Http.Headers;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;

namespace Adapters.Rest;

/// <summary>Reads the venue's own count of calls from the headers of an answer.</summary>
internal sealed class LimitHeaders
{
    private readonly (string Header, string Limit, TimeSpan Window)[] _headers;

    internal LimitHeaders(IReadOnlyList<LimitInfo> limits) => _headers =
    [
        .. limits.Where(static limit => limit.Header is not null).SelectMany(static limit => limit.Windows.Select(
            window => (limit.Header!.Replace("{window}", window.Text, StringComparison.Ordinal), limit.Name, window.Length))),
    ];

    /// <summary>Corrects the limiter. A header that is no number is left alone: the call itself was answered.</summary>
    internal void Apply(HttpResponseHeaders headers, RateLimiter limiter, LimitGrant grant)
    {
        foreach (var (header, limit, window) in _headers)
        {
            if (headers.NonValidated.TryGetValues(header, out var values)
                && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var used))
            {
                limiter.Correct(limit, window, used, grant);
            }
        }
    }
}

/// <summary>What a call costs of which limit.</summary>
internal static class LimitCosts
{
    private const string Weight = "weight";

    /// <summary>Its weight where the product has a limit of that name, what the endpoint counts besides, and one for every
    /// limit that counts requests whatever they are.</summary>
    internal static LimitCost[] Of(ProductCatalogue catalogue, RestRequest request)
    {
        var endpoint = request.Endpoint;
        var costs = new List<LimitCost>(4);
        foreach (var limit in catalogue.Limits)
        {
            var amount = endpoint.Counts.Where(count => count.Key == limit.Name).Sum(static count => count.Value);
            if (amount == 0 && limit.Name == Weight)
            {
                amount = endpoint.Weight.Weigh(request);
            }
            else if (amount == 0 && limit is { Kind: LimitKind.Requests, Scope: not "connection" })
            {
                amount = 1;
            }

            if (amount > 0)
            {
                costs.Add(new LimitCost(limit.Name, amount));
            }
        }

        return [.. costs];
    }

    /// <summary>The weight among costs.</summary>
    internal static int WeightOf(LimitCost[] costs) => Array.Find(costs, static cost => cost.Limit == Weight).Amount;
}
