using Adapters.Generator.Support;

namespace Adapters.Generator.Model;

/// <summary>The kinds of wire type.</summary>
public enum TypeKind
{
    /// <summary>Text.</summary>
    Text,
    /// <summary>Boolean.</summary>
    Bool,
    /// <summary>32-bit integer.</summary>
    Int,
    /// <summary>64-bit integer.</summary>
    Long,
    /// <summary>Exact decimal.</summary>
    Decimal,
    /// <summary>Unix seconds.</summary>
    TimeS,
    /// <summary>Unix milliseconds.</summary>
    TimeMs,
    /// <summary>Unix microseconds.</summary>
    TimeUs,
    /// <summary>Unix nanoseconds.</summary>
    TimeNs,
    /// <summary>ISO 8601 text.</summary>
    TimeIso,
    /// <summary>A symbol.</summary>
    Symbol,
    /// <summary>An asset.</summary>
    Asset,
    /// <summary>The venue's id of an order.</summary>
    OrderId,
    /// <summary>The client's own id of an order.</summary>
    ClientOrderId,
    /// <summary>The venue's id of a trade.</summary>
    TradeId,
    /// <summary>Raw JSON.</summary>
    Json,
    /// <summary>An enum of the specification.</summary>
    Enum,
    /// <summary>A record of the specification.</summary>
    Record,
    /// <summary>The runtime's Level: a tuple of decimal price and decimal quantity.</summary>
    Level,
    /// <summary>A list of <see cref="TypeRef.Element"/>.</summary>
    List,
    /// <summary>A map from text (or symbol/asset, see <see cref="TypeRef.Name"/>) to <see cref="TypeRef.Element"/>.</summary>
    Map,
}

/// <summary>A resolved type. For Enum and Record, Name and Scope are those of the declaration.</summary>
public sealed record TypeRef(TypeKind Kind, string? Name = null, string? Scope = null, TypeRef? Element = null);

/// <summary>What a field is for.</summary>
public enum FieldRole
{
    /// <summary>Becomes a property.</summary>
    Value,
    /// <summary>Checked, no property.</summary>
    Constant,
    /// <summary>Known and skipped.</summary>
    Ignored,
}

/// <summary>A field of a record, or an item of a tuple, in wire order.</summary>
/// <param name="WireNames">The key, or alternatives; for a tuple item its position as text.</param>
/// <param name="Name">Spec name in camelCase (<c>eventTime</c>); null unless Role is Value.</param>
/// <param name="Property">C# property (<c>EventTime</c>).</param>
/// <param name="IsOptional">May be absent.</param>
/// <param name="Unless">Texts that mean absent; <c>&lt;0</c> means any negative number, <c>null</c> JSON's null.</param>
/// <param name="IsSometimes">Sent only where it applies: a server leaves it out instead of writing a sentinel.</param>
/// <param name="OnlyProduct">The product it is limited to, if any (then it is optional in a shared record).</param>
public sealed record FieldModel(
    EquatableArray<string> WireNames, FieldRole Role, string? Name, string? Property, TypeRef? Type,
    bool IsOptional, EquatableArray<string> Unless, string? Constant, string? OnlyProduct, bool IsSometimes = false);

/// <summary>The JSON form of a record.</summary>
public enum RecordForm
{
    /// <summary>A JSON object.</summary>
    Object,
    /// <summary>A JSON array read by position.</summary>
    Tuple,
    /// <summary>A list of tagged objects read as one record with an optional member per tag.</summary>
    Tagged,
    /// <summary>One of several records, told apart by the constant that they share.</summary>
    OneOf,
    /// <summary>One of several records, told apart by the first key that is present.</summary>
    Has,
    /// <summary>One of several types, told apart by the kind of JSON value.</summary>
    Shape,
}

/// <summary>A record.</summary>
/// <param name="Scope">The product it belongs to, or null.</param>
/// <param name="Fields">For Tagged: one optional Value field per tag; WireNames[0] is the tag, Type a Record. For unions
/// one per case; WireNames[0] is the constant, the key or the kind of JSON value.</param>
/// <param name="TagField">The key that tells tags, or the cases of OneOf, apart.</param>
/// <param name="IsValue">All properties are of fixed size: becomes a struct.</param>
/// <param name="IsSent">A channel sends it: carries ReceivedAt.</param>
/// <param name="HasFrame">Sent and not of fixed size: also gets a ref struct <c>NameFrame</c>.</param>
/// <param name="HasLayout">A channel sends it, or holds it in what it sends, as it is: it is also read in its expected
/// layout. A frame always is.</param>
/// <param name="Docs">Full link, if any.</param>
public sealed record RecordModel(
    string Name, string? Scope, RecordForm Form, EquatableArray<FieldModel> Fields, string? TagField,
    bool IsValue, bool IsSent, bool HasFrame, bool HasLayout, string? Docs)
{
    /// <summary>It is one of several things.</summary>
    public bool IsUnion => Form is RecordForm.OneOf or RecordForm.Has or RecordForm.Shape;
}

/// <summary>An enum over wire texts.</summary>
/// <param name="DomainEnum">The domain enum it maps onto, if any.</param>
public sealed record EnumModel(
    string Name, string? Scope, string? DomainEnum, EquatableArray<EnumValueModel> Values, string? Docs);

/// <summary>A value: wire text, C# member, and the domain member where the enum maps onto one.</summary>
public sealed record EnumValueModel(string Wire, string Member, string? DomainMember);
