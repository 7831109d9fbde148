using System.Text;
using System.Text.Json;
using Adapters.Limits;
using Adapters.Simulation.Faults;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <content>Calls over a WebSocket.</content>
public sealed partial class VenueServer
{
    private void Call(VenueSession session, Dictionary<string, string>? read)
    {
        var id = read?.GetValueOrDefault("id") ?? "null";
        var decision = Faults?.NextRequest() ?? default;
        if (decision.Fault == RequestFault.LostRequest)
        {
            return;
        }

        if (!decision.IsExecuted)
        {
            Reply(session, id, null, Injected(decision), null);
            return;
        }

        var tells = session.TellsLimits;
        List<LimitUse> uses = [];
        List<LimitCost> costs = [];
        var who = Who(session.Client, session.Key?.Name);
        VenueFailure? failure = null;
        string? result = null;
        try
        {
            var (endpoint, arguments) = Read(read);
            tells = (Face.LimitsArgument is { } limiting ? arguments.Bool(limiting) : null) ?? tells;
            var named = AuthOf(endpoint) is { } auth && Name(auth.Frame, "$key") is { } name ? arguments.Text(name) : null;
            who = Who(session.Client, named ?? session.Key?.Name);
            var drawn = Costs(endpoint, arguments);
            uses = Charge(drawn, session.Client, who, arguments, out var limited);
            costs = limited is null ? drawn : [];
            var key = Admit(endpoint, arguments, session);
            result = Encoding.UTF8.GetString(Result(endpoint, arguments, session, key, limited).ToUtf8());
        }
        catch (VenueException refused)
        {
            failure = refused.Failure;
            uses = Uncounted(failure, costs, who, uses);
        }
        catch (LimitedException limited)
        {
            (failure, uses) = (limited.Failure, limited.Uses);
        }

        var limits = tells ? Face.Limits(uses) : null;
        switch (decision.Fault)
        {
            case RequestFault.LostAnswer:
                break;
            case RequestFault.Garbage:
                _outbox.Add(session, Faults!.NextGarbage());
                break;
            case RequestFault.ServerErrorAfterwards:
                Reply(session, id, null, Face.Broken(decision.Status!.Value), limits);
                break;
            default:
                Reply(session, id, result, failure, limits);
                break;
        }
    }

    private (Catalogue.EndpointInfo Endpoint, Arguments Arguments) Read(Dictionary<string, string>? read)
    {
        if (read?.GetValueOrDefault("method") is not { } quoted || quoted[0] != '"')
        {
            throw Face.UnknownCall(null).Thrown();
        }

        using var name = JsonDocument.Parse(quoted);
        var method = name.RootElement.GetString()!;
        if (!_methods.TryGetValue(Face.MethodName(method), out var endpoint))
        {
            throw Face.UnknownCall(method).Thrown();
        }

        using var members = JsonDocument.Parse(read.GetValueOrDefault("args") ?? "{}");
        return (endpoint, Arguments.FromJson(members.RootElement));
    }

    private void Reply(VenueSession session, string id, string? result, VenueFailure? failure, string? limits) =>
        _outbox.Add(session, session.Socket.Answer!.Fill(
            ("id", id), ("status", Text(failure?.Status ?? 200)), ("payload", failure is null ? result : null),
            ("code", failure?.Code), ("message", failure is null ? null : JsonTexts.Quote(failure.Message)),
            ("data", failure?.Data ?? failure?.SocketData), ("limits", limits)));
}
