using Adapters.Generator.Support;

namespace Adapters.Generator.Model;

/// <summary>An endpoint, with everything inherited by <c>like</c> filled in.</summary>
/// <param name="Name">As in the spec: <c>GetDepth</c>.</param>
/// <param name="Method">GET, POST, ...; null for a call that exists only on a socket.</param>
/// <param name="Path">With <c>{name}</c> for path parameters.</param>
/// <param name="SocketMethod">Method name on the call socket.</param>
/// <param name="Place">query, form, body or path; where parameters go (path parameters have their own place).</param>
/// <param name="Auth">Name of an auth kind, or null.</param>
/// <param name="Returns">Null when nothing of interest comes back.</param>
public sealed record EndpointModel(
    string Name, string? Scope, string? Method, string? Path, string? SocketMethod, string Place, string? Auth,
    EquatableArray<ParameterModel> Parameters, EquatableArray<NeedModel> Needs,
    WeightModel Weight, EquatableArray<CountModel> Counts, TypeRef? Returns, bool IsRepeatable,
    PageModel? Page, string? Docs)
{
    /// <summary>What values of a parameter ask of the others.</summary>
    public EquatableArray<TableModel> Tables { get; init; } = [];

    /// <summary>How an unknown outcome is settled.</summary>
    public ResolveModel? Resolve { get; init; }

    /// <summary>Failures whose data is decoded.</summary>
    public FailModel? Fails { get; init; }
}

/// <summary>A parameter in sending order.</summary>
/// <param name="WireName">As the venue calls it.</param>
/// <param name="Property">C# name in PascalCase; the argument name is its camelCase.</param>
/// <param name="Constant">Sent always, not a C# argument.</param>
/// <param name="Part">The object it is given in, if it is not given alone.</param>
public sealed record ParameterModel(
    string WireName, string Property, TypeRef Type, bool IsOptional, bool InPath, string? Constant, PartModel? Part = null);

/// <summary>A group of parameters that an endpoint takes as one object.</summary>
/// <param name="Name">Name of the argument: <c>above</c>.</param>
/// <param name="Group">Name of the group; its class is called so.</param>
/// <param name="Prefix">What stands before each wire name, or empty.</param>
/// <param name="IsOptional">The whole object may be left out.</param>
public sealed record PartModel(string Name, string Group, string? Scope, string Prefix, bool IsOptional);

/// <summary>A group of parameters that some endpoint takes as one object.</summary>
/// <param name="Prefixes">Prefixes under which it is sent, in the order met; empty text for none.</param>
public sealed record GroupModel(
    string Name, string? Scope, EquatableArray<ParameterModel> Parameters, EquatableArray<string> Prefixes);

/// <summary>What each value of a parameter asks of the others; what other rows name is refused.</summary>
public sealed record TableModel(string Parameter, EquatableArray<RowModel> Rows);

/// <summary>A row: values of the parameter, what must be given, and what may be given besides.</summary>
public sealed record RowModel(
    EquatableArray<string> Values, EquatableArray<NeedModel> Needs, EquatableArray<string> Allowed);

/// <summary>The call that tells what became of another, and its parameters with those of the other that they get.</summary>
public sealed record ResolveModel(string Endpoint, EquatableArray<PairModel> Arguments);

/// <summary>Codes of failures and the record in their <c>$data</c>.</summary>
public sealed record FailModel(EquatableArray<long> Codes, TypeRef With);

/// <summary>A requirement between parameters: <c>^</c> exactly one, <c>|</c> at least one, <c>&amp;</c> all or none.</summary>
public sealed record NeedModel(char Operator, EquatableArray<string> Parameters, bool NoneIsFine);

/// <summary>Request weight. Without choices <paramref name="Else"/> is the weight.</summary>
public sealed record WeightModel(EquatableArray<WeightChoice> Choices, int Else);

/// <summary>The weight when a parameter is given: fixed, by steps, by exact text, or per item.</summary>
/// <param name="Parameter">Wire name.</param>
/// <param name="Amount">When there are no steps: the amount (per item if IsEach, at most Max).</param>
/// <param name="Steps">Upper bound (value or list length) and amount, ascending; empty if none.</param>
/// <param name="Exact">Exact text of the value and amount; empty if none.</param>
/// <param name="Else">When no step or text holds.</param>
public sealed record WeightChoice(
    string Parameter, int Amount, bool IsEach, int? Max, EquatableArray<WeightStep> Steps,
    EquatableArray<WeightExact> Exact, int? Else);

/// <summary>An upper bound and its amount.</summary>
public sealed record WeightStep(long UpTo, int Amount);

/// <summary>An exact value and its amount.</summary>
public sealed record WeightExact(string Value, int Amount);

/// <summary>An amount charged to another limit than weight.</summary>
public sealed record CountModel(string Limit, int Amount);

/// <summary>How the next page is asked: the parameter and <c>last.id + 1</c> as text, and the largest page.</summary>
public sealed record PageModel(string Parameter, string Item, string Property, int Offset, string? SizeParameter, int? Size);
