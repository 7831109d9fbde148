using System.Reflection;
using Adapters.Domain;
using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Tests.Model;

/// <summary>The compiler never references the runtime; what it believes of the domain is compared here.</summary>
public sealed class DomainCatalogueTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string> Types => [.. DomainCatalogue.Types.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Enums => [.. DomainCatalogue.Enums.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Types_are_those_of_the_runtime(string name)
    {
        var known = DomainCatalogue.Types[name];
        var type = typeof(Symbol).Assembly.GetType("Adapters.Domain." + name, throwOnError: true)!;
        var members = type.GetProperties().Where(IsInitialised).ToList();

        Assert.Equal(
            members.Where(property => property.Name != "ReceivedAt").Select(Describe).Order(StringComparer.Ordinal),
            known.Members.Select(Describe).Order(StringComparer.Ordinal));
        Assert.Equal(members.Any(property => property.Name == "ReceivedAt"), known.HasReceivedAt);
        Assert.Equal(type.IsByRefLike, known.IsBorrowed);
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enums_are_those_of_the_runtime(string name) => Assert.Equal(
        Enum.GetNames(typeof(Symbol).Assembly.GetType("Adapters.Domain." + name, throwOnError: true)!),
        DomainCatalogue.Enums[name]);

    [Fact]
    public void No_type_of_a_specification_is_named_like_one_of_the_domain() => Assert.Empty(
        typeof(Symbol).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(Symbol).Namespace && !type.IsNested && !ReservedTypes.Contains(type.Name))
            .Select(type => type.Name));

    private static bool IsInitialised(PropertyInfo property) => property.SetMethod is { IsPublic: true };

    private static string Describe(PropertyInfo property)
    {
        var nullable = Nullable.GetUnderlyingType(property.PropertyType);
        var type = nullable ?? property.PropertyType;
        var isOptional = nullable is not null || Nullability.Create(property).ReadState == NullabilityState.Nullable;
        var kind = type switch
        {
            { IsEnum: true } => $"{DomainKind.Enum} {type.Name}",
            _ when type == typeof(decimal) => nameof(DomainKind.Decimal),
            _ when type == typeof(long) => nameof(DomainKind.Long),
            _ when type == typeof(int) => nameof(DomainKind.Int),
            _ when type == typeof(bool) => nameof(DomainKind.Bool),
            _ when type == typeof(string) => nameof(DomainKind.Text),
            _ when type == typeof(Timestamp) => nameof(DomainKind.Time),
            _ when type == typeof(ReadOnlySpan<Level>) => nameof(DomainKind.Levels),
            _ when type == typeof(Level[]) => nameof(DomainKind.Levels),
            _ => type.Name,
        };
        return $"{property.Name}: {kind}{(isOptional ? "?" : "")}";
    }

    private static string Describe(DomainMember member)
    {
        var kind = member.EnumName is null ? $"{member.Kind}" : $"{member.Kind} {member.EnumName}";
        return $"{member.Name}: {kind}{(member.IsRequired ? "" : "?")}";
    }
}
