using System.Globalization;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Orders;

namespace Adapters.Simulation.Server;

/// <summary>What is wrong with the parameters of a call.</summary>
public enum ArgumentProblem
{
    /// <summary>One that must be sent is not there.</summary>
    Missing,

    /// <summary>One has no text.</summary>
    Empty,

    /// <summary>One is not written as its kind is.</summary>
    Malformed,

    /// <summary>One is a number beyond its kind.</summary>
    Overflow,

    /// <summary>One is none of the values that it may have.</summary>
    UnknownValue,

    /// <summary>One is there twice.</summary>
    Duplicate,

    /// <summary>Those sent do not go together.</summary>
    Combination,

    /// <summary>None is there of several of which one must be.</summary>
    NoneOf,

    /// <summary>One is well written and makes no sense.</summary>
    Senseless,

    /// <summary>One does not go with the value of another: a price of a market order.</summary>
    NotNeeded,

    /// <summary>One is a number that the venue keeps for itself.</summary>
    Reserved,

    /// <summary>One has too many digits after the point.</summary>
    TooPrecise,

    /// <summary>There are some that the call does not take.</summary>
    Unread,

    /// <summary>The call takes none of those that are there.</summary>
    NoneRead,
}

/// <summary>The first thing found wrong with the parameters of a call.</summary>
/// <param name="Problem">What it is.</param>
/// <param name="Name">The parameter, where it is about one.</param>
/// <param name="Parameter">What the specification says of it.</param>
/// <param name="Need">The requirement that does not hold.</param>
/// <param name="Read">How many of those sent the call takes.</param>
/// <param name="Sent">How many were sent.</param>
public sealed record ArgumentFinding(
    ArgumentProblem Problem, string Name = "", ParameterInfo? Parameter = null, ParameterNeed? Need = null,
    int Read = 0, int Sent = 0);

/// <summary>Checks the parameters of a call against what the specification says of its endpoint.</summary>
public static class ArgumentCheck
{
    /// <summary>Finds what is wrong; null where nothing is.</summary>
    /// <param name="endpoint">The call.</param>
    /// <param name="arguments">What was sent.</param>
    /// <param name="isOutside">Names that belong to the request and not to the call: key, time, signature.</param>
    /// <param name="digits">Digits that a number may have after the point.</param>
    /// <param name="clientIds">Tells which ids of clients the venue takes; null takes all.</param>
    public static ArgumentFinding? Find(
        EndpointInfo endpoint, Arguments arguments, Func<string, bool> isOutside, int digits = 20,
        ClientOrderIds? clientIds = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(isOutside);
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (arguments.All.FirstOrDefault(argument => !names.Add(argument.Name)) is { } twin)
        {
            return new ArgumentFinding(ArgumentProblem.Duplicate, twin.Name);
        }

        foreach (var parameter in endpoint.Parameters)
        {
            if (!names.Contains(parameter.Name))
            {
                if (parameter.IsRequired)
                {
                    return new ArgumentFinding(ArgumentProblem.Missing, parameter.Name, parameter);
                }
            }
            else if (Form(parameter, arguments, digits, clientIds) is { } problem)
            {
                return new ArgumentFinding(problem, parameter.Name, parameter);
            }
        }

        var rows = endpoint.Tables
            .Select(table => arguments.Text(table.Parameter) is { } value ? table.RowOf(value) : null)
            .OfType<ParameterRow>().ToArray();
        if (rows.SelectMany(static row => row.Needs).FirstOrDefault(need => !need.Holds(names.Contains)) is { } lacking)
        {
            var sent = lacking.Parameters.Count(names.Contains);
            return lacking.Parameters.Count > 1
                ? Combined(lacking, sent)
                : new ArgumentFinding(ArgumentProblem.Missing, lacking.Parameters[0]);
        }

        if (rows.SelectMany(static row => row.Refused).FirstOrDefault(names.Contains) is { } refused)
        {
            return new ArgumentFinding(ArgumentProblem.NotNeeded, refused);
        }

        if (endpoint.Needs.FirstOrDefault(need => !need.Holds(names.Contains)) is { } broken)
        {
            return Combined(broken, broken.Parameters.Count(names.Contains));
        }

        var inside = arguments.All.Where(argument => !isOutside(argument.Name)).ToArray();
        var read = inside.Count(argument => endpoint.Parameters.Any(parameter => parameter.Name == argument.Name));
        var all = read + arguments.All.Count - inside.Length;
        return read == inside.Length
            ? null
            : new ArgumentFinding(
                all == 0 ? ArgumentProblem.NoneRead : ArgumentProblem.Unread, Read: all, Sent: arguments.All.Count);
    }

    private static ArgumentFinding Combined(ParameterNeed need, int sent) => new(
        sent == 0 && need.Parameters.Count > 1 ? ArgumentProblem.NoneOf : ArgumentProblem.Combination,
        need.Parameters[0], Need: need, Sent: sent);

    private static ArgumentProblem? Form(
        ParameterInfo parameter, Arguments arguments, int digits, ClientOrderIds? clientIds)
    {
        var text = arguments.Text(parameter.Name)!;
        if (text.Length == 0)
        {
            return ArgumentProblem.Empty;
        }

        if (!parameter.IsList)
        {
            return Form(parameter, text, digits, clientIds);
        }

        // A list of one text may be written without brackets.
        return arguments.List(parameter.Name) is { } items
            ? items.Select(item => Form(parameter, item, digits, clientIds)).FirstOrDefault(static problem => problem is not null)
            : parameter.Kind == ParameterKind.Text && text[0] != '['
                ? Form(parameter, text, digits, clientIds)
                : ArgumentProblem.Malformed;
    }

    private static ArgumentProblem? Form(
        ParameterInfo parameter, string text, int digits, ClientOrderIds? clientIds) => parameter.Kind switch
        {
            ParameterKind.Int => Whole(text, int.MaxValue),
            ParameterKind.Long or ParameterKind.TimeS or ParameterKind.TimeMs or ParameterKind.TimeUs
                or ParameterKind.TimeNs => Whole(text, long.MaxValue),
            ParameterKind.Decimal => Number(text, digits),
            ParameterKind.Bool => text is "true" or "false" ? null : ArgumentProblem.Malformed,
            ParameterKind.Symbol or ParameterKind.Asset => IsName(text) ? null : ArgumentProblem.Malformed,
            ParameterKind.ClientOrderId => ClientOrderId.TryParse(Encoding.UTF8.GetBytes(text), out var id)
                && clientIds?.Accepts(id) != false
                ? null
                : ArgumentProblem.Malformed,
            ParameterKind.Enum => parameter.Values!.Contains(text) ? null : ArgumentProblem.UnknownValue,
            _ => null,
        };

    private static ArgumentProblem? Whole(string text, long most) =>
        text.Length > 20 || !text.All(char.IsAsciiDigit) ? ArgumentProblem.Malformed
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? null
            : ArgumentProblem.Overflow;

    private static ArgumentProblem? Number(string text, int digits)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text.Length : point;
        var fraction = point < 0 ? 1 : text.Length - point - 1;
        var isWritten = whole is >= 1 and <= 20 && fraction is >= 1 and <= 20
            && text.Where((_, at) => at != point).All(char.IsAsciiDigit);
        return !isWritten ? ArgumentProblem.Malformed
            : fraction > digits ? ArgumentProblem.TooPrecise
            : text.Count(char.IsAsciiDigit) <= 28 ? null : ArgumentProblem.Overflow;
    }

    // Venues name things in capitals of any script.
    private static bool IsName(string text) => text.Length <= 50 && text.All(static c =>
        c is '-' or '.' or '_' || (c is not (>= 'a' and <= 'z') && char.IsLetterOrDigit(c)));
}
