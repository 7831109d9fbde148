using System.Globalization;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Orders;
using Adapters.Simulation.Faults;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <content>Requests over HTTP.</content>
public sealed partial class VenueServer
{
    private readonly Dictionary<(string Method, string Path), EndpointInfo> _routes;
    private readonly ClientOrderIds? _clientIds;

    /// <summary>Answers a request.</summary>
    public ServerResponse Answer(ServerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var decision = Faults?.NextRequest() ?? default;
        if (decision.Fault == RequestFault.LostRequest)
        {
            return new ServerResponse { Fate = AnswerFate.Withheld };
        }

        if (!decision.IsExecuted)
        {
            return Refusal(Injected(decision), []);
        }

        var response = Executed(request);
        _outbox.Empty();
        return decision.Fault switch
        {
            RequestFault.ServerErrorAfterwards => Refusal(Face.Broken(decision.Status!.Value), []),
            RequestFault.Garbage => response.With(Faults!.NextGarbage(), AnswerFate.Sent),
            RequestFault.Truncate => response.With(
                response.Body[..Faults!.NextCut(response.Body.Length)], AnswerFate.Sent),
            RequestFault.LostAnswer => response.With(response.Body, AnswerFate.Broken),
            _ => response,
        };
    }

    private ServerResponse Executed(ServerRequest request)
    {
        List<LimitUse> uses = [];
        List<LimitCost> costs = [];
        var who = Who(request.Client, null);
        try
        {
            var endpoint = _routes.GetValueOrDefault((request.Method, request.Path));
            if (endpoint is null)
            {
                uses = Charge(Costs(null, null), request.Client, who);
                throw Face.UnknownPath(_routes.Keys.Any(route => route.Path == request.Path)).Thrown();
            }

            var arguments = Arguments.FromText(
                endpoint, request.Query, Encoding.UTF8.GetString(request.Body.Span), Face.Catalogue.Rest.ListForm);
            var named = AuthOf(endpoint) is { } auth ? KeyName(auth, request) : null;
            who = Who(request.Client, named);
            var drawn = Costs(endpoint, arguments);
            uses = Charge(drawn, request.Client, who, arguments, out var limited);
            costs = limited is null ? drawn : [];
            var result = Result(endpoint, arguments, null, Admit(endpoint, arguments, request), limited);
            return new ServerResponse { Headers = Headers(uses, null), Body = result.ToUtf8() };
        }
        catch (VenueException refused)
        {
            return Refusal(refused.Failure, Uncounted(refused.Failure, costs, who, uses));
        }
        catch (LimitedException limited)
        {
            return Refusal(limited.Failure, limited.Uses);
        }
    }

    /// <summary>Checks the parameters and has the face answer.</summary>
    private IServerWire Result(
        EndpointInfo endpoint, Arguments arguments, VenueSession? session, VenueKey? key, VenueFailure? limited)
    {
        if (ArgumentCheck.Find(
            endpoint, arguments, name => IsOutside(endpoint, name, session), Face.MaxDigits, _clientIds) is { } finding)
        {
            throw Face.Refuse(endpoint, finding).Thrown();
        }

        if (!Face.Endpoints.TryFind(endpoint, out var answer))
        {
            throw new InvalidOperationException($"Nothing answers {endpoint}.");
        }

        lock (Exchange.Gate)
        {
            return answer(new VenueCall(this, endpoint, arguments, session, key) { Limited = limited });
        }
    }

    /// <summary>It belongs to the request and not to the call.</summary>
    private bool IsOutside(EndpointInfo endpoint, string name, VenueSession? session) =>
        (session is not null && name == Face.LimitsArgument)
        || (Face.Catalogue.Auth.FirstOrDefault(auth => auth.Name == endpoint.Auth) is { } auth
            && (session is null ? auth.Adds : auth.Frame).Any(pair => pair.Key == name));

    private ServerResponse Refusal(VenueFailure failure, List<LimitUse> uses) => new()
    {
        Status = failure.Status,
        Headers = Headers(uses, failure.RetryAfter),
        ContentType = failure.Html is null ? "application/json;charset=UTF-8" : "text/html",
        Body = failure.Html is { } html
            ? Encoding.UTF8.GetBytes(html)
            : Face.Catalogue.Rest.Failure!.Fill(
                ("code", failure.Code), ("message", JsonTexts.Quote(failure.Message)), ("data", failure.Data)),
    };

    private List<KeyValuePair<string, string>> Headers(List<LimitUse> uses, TimeSpan? retryAfter)
    {
        var headers = new List<KeyValuePair<string, string>>(uses.Count + 1);
        foreach (var use in uses)
        {
            var limit = Face.Catalogue.Limits.First(item => item.Name == use.Limit);
            if (limit.Header is { } header)
            {
                var window = limit.Windows.First(item => item.Length == use.Window).Text.ToUpperInvariant();
                headers.Add(new(header.Replace("{window}", window, StringComparison.Ordinal), Text(use.Used)));
            }
        }

        if (retryAfter is { } wait)
        {
            headers.Add(new("Retry-After", Text((long)Math.Ceiling(wait.TotalSeconds))));
        }

        return headers;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private Dictionary<(string Method, string Path), EndpointInfo> Routes() => Face.Endpoints.Answered
        .Where(static endpoint => endpoint.Method is not null)
        .ToDictionary(static endpoint => (endpoint.Method!, endpoint.Path!));
}
