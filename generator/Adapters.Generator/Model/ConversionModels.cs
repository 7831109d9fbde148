using Adapters.Generator.Support;

namespace Adapters.Generator.Model;

/// <summary>A conversion of a record into a domain type, every member decided.</summary>
/// <param name="Source">The record it starts from.</param>
/// <param name="Target">A name of <see cref="DomainCatalogue"/>.</param>
/// <param name="Each">Properties to walk to the list whose elements become targets, or empty.</param>
/// <param name="When">Only when this property has this wire text.</param>
/// <param name="Arguments">Values that come from the call or topic: <c>interval</c>, <c>symbol</c>.</param>
/// <param name="Members">One per domain member that is set, in the domain type's order.</param>
public sealed record ConversionModel(
    string? Scope, TypeRef Source, string Target, EquatableArray<PathStep> Each, ConversionWhen? When,
    EquatableArray<ArgumentModel> Arguments, EquatableArray<MemberModel> Members)
{
    /// <summary>It makes several targets: Each leads to a list, not to one record.</summary>
    public bool IsMany => Each.Count > 0 && Each[Each.Count - 1].Type.Kind == TypeKind.List;
}

/// <summary>A condition on a conversion; Value null means: present.</summary>
public sealed record ConversionWhen(EquatableArray<PathStep> Path, string? Value);

/// <summary>An argument of a conversion method that the record itself does not hold.</summary>
public sealed record ArgumentModel(string Name, TypeRef Type);

/// <summary>How one domain member gets its value.</summary>
public sealed record MemberModel(DomainMember Member, Expression Value);

/// <summary>A step of a path: a property of the record reached so far. <c>Root</c> tells where the first step starts.</summary>
public sealed record PathStep(string Property, TypeRef Type, bool IsOptional);

/// <summary>What a path starts from.</summary>
public enum PathRoot
{
    /// <summary>The element (or the record itself).</summary>
    Element,
    /// <summary>The record around the element of <c>$each</c>.</summary>
    Outer,
    /// <summary>An argument of the conversion.</summary>
    Argument,
    /// <summary>ReceivedAt of the record.</summary>
    Received,
}

/// <summary>An expression of a conversion.</summary>
public abstract record Expression
{
    /// <summary>All paths that it reads.</summary>
    public virtual IEnumerable<PathExpression> Paths => [];
}

/// <summary>A value reached by properties. IsAsserted: absence throws (<c>path!</c>).</summary>
public sealed record PathExpression(PathRoot Root, EquatableArray<PathStep> Steps, bool IsAsserted) : Expression
{
    /// <inheritdoc/>
    public override IEnumerable<PathExpression> Paths => [this];
}

/// <summary>The first that is present.</summary>
public sealed record FirstExpression(EquatableArray<Expression> Items) : Expression
{
    /// <inheritdoc/>
    public override IEnumerable<PathExpression> Paths => Items.SelectMany(item => item.Paths);
}

/// <summary>A sum or difference of two exact numbers; absent when one is.</summary>
public sealed record SumExpression(Expression Left, Expression Right, bool IsDifference) : Expression
{
    /// <inheritdoc/>
    public override IEnumerable<PathExpression> Paths => Left.Paths.Concat(Right.Paths);
}

/// <summary>A literal: a member of the domain enum, true, false or a number, according to the member's type.</summary>
public sealed record ConstantExpression(string Text) : Expression;

/// <summary>A table by wire text (or true/false); Else null means: unknown values throw.</summary>
public sealed record TableExpression(PathExpression Subject, EquatableArray<TableCase> Cases, Expression? Else) : Expression
{
    /// <inheritdoc/>
    public override IEnumerable<PathExpression> Paths =>
        [Subject, .. Cases.SelectMany(row => row.Result.Paths), .. Else?.Paths ?? []];
}

/// <summary>One value where a path is present, another one where it is not; Else null means: then there is none.</summary>
public sealed record PresenceExpression(PathExpression Subject, Expression Present, Expression? Else) : Expression
{
    /// <inheritdoc/>
    public override IEnumerable<PathExpression> Paths => [Subject, .. Present.Paths, .. Else?.Paths ?? []];
}

/// <summary>A row of a table.</summary>
public sealed record TableCase(string Value, Expression Result);

/// <summary>Written by hand: the compiler emits a partial method and demands its body.</summary>
public sealed record HandExpression(string Method) : Expression;
