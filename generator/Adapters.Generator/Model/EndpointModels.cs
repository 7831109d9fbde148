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
    PageModel? Page, string? Docs);

/// <summary>A parameter in sending order.</summary>
/// <param name="WireName">As the venue calls it.</param>
/// <param name="Property">C# name in PascalCase; the argument name is its camelCase.</param>
/// <param name="Constant">Sent always, not a C# argument.</param>
public sealed record ParameterModel(
    string WireName, string Property, TypeRef Type, bool IsOptional, bool InPath, string? Constant);

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
