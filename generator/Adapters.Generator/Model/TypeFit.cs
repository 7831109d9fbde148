namespace Adapters.Generator.Model;

/// <summary>Which wire types fill which domain members.</summary>
internal static class TypeFit
{
    /// <summary>A value of the type can become the member without loss.</summary>
    public static bool Fits(DomainMember member, TypeRef type, Func<TypeRef, EnumModel?> enumOf) => member.Kind switch
    {
        DomainKind.Decimal => type.Kind is TypeKind.Decimal or TypeKind.Long or TypeKind.Int,
        DomainKind.Long => type.Kind is TypeKind.Long or TypeKind.Int,
        DomainKind.Int => type.Kind is TypeKind.Int,
        DomainKind.Bool => type.Kind is TypeKind.Bool,
        DomainKind.Text => type.Kind is TypeKind.Text or TypeKind.Enum,
        DomainKind.Time => IsTime(type),
        DomainKind.Symbol => type.Kind is TypeKind.Symbol,
        DomainKind.Asset => type.Kind is TypeKind.Asset,
        DomainKind.OrderId => type.Kind is TypeKind.OrderId or TypeKind.Long or TypeKind.Int or TypeKind.Text,
        DomainKind.TradeId => type.Kind is TypeKind.TradeId or TypeKind.Long or TypeKind.Int or TypeKind.Text,
        DomainKind.ClientOrderId => type.Kind is TypeKind.ClientOrderId or TypeKind.Text,
        DomainKind.Enum => enumOf(type)?.DomainEnum == member.EnumName,
        DomainKind.Levels => type is { Kind: TypeKind.List, Element.Kind: TypeKind.Level },
        _ => false,
    };

    /// <summary>One of the time types.</summary>
    public static bool IsTime(TypeRef type) =>
        type.Kind is TypeKind.TimeS or TypeKind.TimeMs or TypeKind.TimeUs or TypeKind.TimeNs or TypeKind.TimeIso;

    /// <summary>How diagnostics call a domain member's type.</summary>
    public static string Describe(DomainMember member) => member.Kind == DomainKind.Enum
        ? $"the domain enum {member.EnumName}"
        : WithArticle(member.Kind.ToString().ToLowerInvariant());

    /// <summary>A wire type's word in the language.</summary>
    public static string Word(TypeKind kind) => kind switch
    {
        TypeKind.TimeS => "time-s",
        TypeKind.TimeMs => "time-ms",
        TypeKind.TimeUs => "time-us",
        TypeKind.TimeNs => "time-ns",
        TypeKind.TimeIso => "time-iso",
        TypeKind.OrderId => "order-id",
        TypeKind.ClientOrderId => "client-id",
        TypeKind.TradeId => "trade-id",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>How diagnostics call a wire type.</summary>
    public static string Describe(TypeRef type) => type.Kind switch
    {
        TypeKind.Enum or TypeKind.Record => $"the {type.Kind.ToString().ToLowerInvariant()} {type.Name}",
        TypeKind.List => $"a list of {type.Element!.Name ?? Word(type.Element.Kind)}",
        _ => WithArticle(Word(type.Kind)),
    };

    private static string WithArticle(string word) => (word[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + word;
}
