using Adapters.Generator.Support;

namespace Adapters.Generator.Model;

/// <summary>A conversion of a request of the domain into a group of parameters.</summary>
/// <param name="Source">A name of <see cref="DomainCatalogue.Requests"/>.</param>
/// <param name="Target">The group.</param>
/// <param name="Members">One per parameter that is set, in the group's order.</param>
/// <param name="Refused">Members of the request that no parameter carries: they must not be given.</param>
public sealed record RequestModel(
    string? Scope, string Source, GroupModel Target, EquatableArray<RequestMember> Members, EquatableArray<RequestPath> Refused);

/// <summary>How a parameter gets its value.</summary>
public sealed record RequestMember(ParameterModel Parameter, RequestValue Value);

/// <summary>A value for a parameter.</summary>
public abstract record RequestValue;

/// <summary>A member of the request, such as <c>Order.Symbol</c>.</summary>
public sealed record RequestPath(string Path, DomainMember Member) : RequestValue;

/// <summary>A value of the venue.</summary>
public sealed record RequestConstant(string Text) : RequestValue;

/// <summary>Nothing is sent.</summary>
public sealed record RequestNothing : RequestValue;

/// <summary>By the value of a member; Else null means: other values are refused.</summary>
public sealed record RequestTable(RequestPath Subject, EquatableArray<RequestRow> Rows, RequestValue? Else) : RequestValue;

/// <summary>A row: a member of the domain enum, or true or false.</summary>
public sealed record RequestRow(string Case, RequestValue Value);
