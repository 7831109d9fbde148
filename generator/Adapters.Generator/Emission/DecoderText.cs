using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>Boxed decoders and converters of the catalogue.</summary>
internal static class DecoderText
{
    /// <summary>A decoder of a type.</summary>
    public static string Decoder(TypeRef type, string where) => type.Kind == TypeKind.List
        ? $"Decoders.Many<{type.Element!.Name}>({CodeWriter.Literal(where)})"
        : $"Decoders.One<{type.Name}>({CodeWriter.Literal(where)})";

    /// <summary>The converters of the record a type holds, separated by commas.</summary>
    public static string Converters(TypeRef type, IReadOnlyList<ConversionModel> conversions, Lookup lookup)
    {
        var record = type.Kind == TypeKind.List ? type.Element! : type;
        return string.Join(", ", conversions
            .Where(conversion => conversion.Source == record)
            .Select(Converter));
    }

    private static string Converter(ConversionModel conversion)
    {
        var needs = string.Join(", ", conversion.Arguments.Select(argument => CodeWriter.Literal(argument.Name)));
        var arguments = string.Join(", ", conversion.Arguments.Select(argument => argument.Type.Kind switch
        {
            TypeKind.Symbol => $"a.Symbol({CodeWriter.Literal(argument.Name)})",
            TypeKind.Enum => $"{argument.Type.Name}.FromText(a.Text({CodeWriter.Literal(argument.Name)}))",
            _ => $"a.Text({CodeWriter.Literal(argument.Name)})",
        }));
        var many = conversion.Each.Count > 0;
        if (DomainCatalogue.Types[conversion.Target].IsBorrowed)
        {
            return $"Converters.Update<{conversion.Source.Name}>(\"{conversion.Target}\", [{needs}], static (e, a) => e.{ConversionTemplate.MethodName(conversion)}({arguments}))";
        }
        var types = many ? $"{conversion.Source.Name}, global::Adapters.Domain.{conversion.Target}" : conversion.Source.Name;
        return $"Converters.{(many ? "Many" : "One")}<{types}>(\"{conversion.Target}\", [{needs}], static (e, a) => e.{ConversionTemplate.MethodName(conversion)}({arguments}))";
    }
}
