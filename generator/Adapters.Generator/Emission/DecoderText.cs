using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>Boxed decoders and converters of the catalogue.</summary>
internal static class DecoderText
{
    /// <summary>A decoder of a type.</summary>
    public static string Decoder(TypeRef type, string where) => type.Kind == TypeKind.List
        ? $"Decoders.Many<{type.Element!.Name}>({CodeWriter.Literal(where)})"
        : $"Decoders.One<{type.Name}>({CodeWriter.Literal(where)})";

    /// <summary>A decoder of messages in their expected layout.</summary>
    public static string Expected(TypeRef sends, Lookup lookup)
    {
        var message = StreamsTemplate.Message(sends, lookup);
        return sends.Kind == TypeKind.List
            ? $"Decoders.ExpectedMany<{sends.Element!.Name}>()"
            : $"Decoders.Expected<{message}>(static (in {message} e) => {(lookup.Record(sends).HasFrame ? "e.ToOwned()" : "e")})";
    }

    /// <summary>The converters of the record a type holds, separated by commas.</summary>
    public static string Converters(TypeRef type, ILookup<TypeRef, ConversionModel> conversions, Lookup lookup)
    {
        var record = type.Kind == TypeKind.List ? type.Element! : type;
        var own = conversions[record].Select(conversion => Converter(conversion, null, null));
        if (!lookup.Record(record).IsUnion) return string.Join(", ", own);
        return string.Join(", ", lookup.Record(record).Fields.SelectMany(field => conversions[field.Type!]
            .Where(conversion => !DomainCatalogue.Types[conversion.Target].IsBorrowed)
            .Select(conversion => Converter(conversion, record.Name, field.Property))));
    }

    // A union converts what it is.
    private static string Converter(ConversionModel conversion, string? union, string? property)
    {
        var needs = string.Join(", ", conversion.Arguments.Select(argument => CodeWriter.Literal(argument.Name)));
        var arguments = string.Join(", ", conversion.Arguments.Select(argument => argument.Type.Kind switch
        {
            TypeKind.Symbol => $"a.Symbol({CodeWriter.Literal(argument.Name)})",
            TypeKind.Enum => $"{argument.Type.Name}.FromText(a.Text({CodeWriter.Literal(argument.Name)}))",
            _ => $"a.Text({CodeWriter.Literal(argument.Name)})",
        }));
        var many = conversion.IsMany;
        var record = union ?? conversion.Source.Name;
        var call = union is null
            ? $"e.{ConversionTemplate.MethodName(conversion)}({arguments})"
            : $"e.{property} is {{ }} c ? c.{ConversionTemplate.MethodName(conversion)}({arguments}) : {(many ? "[]" : "null")}";
        if (DomainCatalogue.Types[conversion.Target].IsBorrowed)
        {
            return $"Converters.Update<{record}>(\"{conversion.Target}\", [{needs}], static (e, a) => {call})";
        }
        var types = many ? $"{record}, global::Adapters.Domain.{conversion.Target}" : record;
        return $"Converters.{(many ? "Many" : "One")}<{types}>(\"{conversion.Target}\", [{needs}], static (e, a) => {call})";
    }
}
