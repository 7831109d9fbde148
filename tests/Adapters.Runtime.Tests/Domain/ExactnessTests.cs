using System.Reflection;
using Adapters.Domain;

namespace Adapters.Runtime.Tests.Domain;

/// <summary>Money is decimal all the way.</summary>
public sealed class ExactnessTests
{
    [Fact]
    public void Nothing_of_the_domain_is_a_floating_point_number()
    {
        var floats = from type in typeof(Symbol).Assembly.GetExportedTypes()
                     where type.Namespace is "Adapters.Domain" or "Adapters.Wire" or "Adapters.Books" or "Adapters.Capabilities"
                     from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                     where Types(member).Any(IsFloat)
                     select $"{type.Name}.{member.Name}";
        Assert.Empty(floats);
    }

    private static bool IsFloat(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var value
        && (value == typeof(double) || value == typeof(float) || value == typeof(Half));

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        _ => [],
    };
}
