using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Emission;

/// <summary>Conversions of the domain's requests into groups of parameters.</summary>
internal static class RequestTemplate
{
    private const string Domain = "global::Adapters.Domain.";

    /// <summary>Writes the class.</summary>
    public static void Write(CodeWriter code, IReadOnlyList<RequestModel> requests, Lookup lookup)
    {
        code.Line();
        code.Doc("Turns the domain's requests into the venue's parameters. What no parameter carries is refused.");
        code.Open("public static class RequestConversions");
        foreach (var request in requests) One(code, request, lookup);
        code.Close();
    }

    private static void One(CodeWriter code, RequestModel request, Lookup lookup)
    {
        var group = request.Target.Name;
        code.Doc($"The venue's {CodeWriter.Xml(group)} of a {request.Source}.");
        code.Line("/// <exception cref=\"ConversionException\">The venue cannot be asked for this.</exception>");
        code.Open($"public static {group} To{group}(this {Domain}{request.Source} e)");
        foreach (var refused in request.Refused)
        {
            var isGiven = refused.Member.Kind == DomainKind.Bool ? "e." + refused.Path : $"e.{refused.Path} is {There(refused.Member)}";
            code.Line($"if ({isGiven}) throw ConversionException.NotCarried({CodeWriter.Literal(Words(refused.Path))}, {CodeWriter.Literal(group)});");
        }
        code.Open($"return new {group}");
        foreach (var member in request.Members)
        {
            code.Line($"{member.Parameter.Property} = {Value(member.Value, member.Parameter, request, lookup)},");
        }
        code.Close(";");
        code.Close();
    }

    private static string Value(RequestValue value, ParameterModel parameter, RequestModel request, Lookup lookup) => value switch
    {
        RequestPath path => Path(path, parameter, request, lookup),
        RequestConstant constant => Constant(constant.Text, parameter.Type, lookup),
        RequestTable table => Table(table, parameter, request, lookup),
        _ => $"({Type(parameter.Type, lookup)}?)null",
    };

    private static string Table(RequestTable table, ParameterModel parameter, RequestModel request, Lookup lookup)
    {
        var subject = "e." + table.Subject.Path;
        var rows = table.Rows.Select(row =>
        {
            var text = Value(row.Value, parameter, request, lookup);
            var on = table.Subject.Member.Kind == DomainKind.Bool ? row.Case : $"{Domain}{table.Subject.Member.EnumName}.{row.Case}";
            return $"{on} => {(row.Value is RequestTable ? $"({text})" : text)}";
        }).ToList();
        if (!table.Subject.Member.IsRequired)
        {
            rows.Add(parameter.IsOptional
                ? $"null => ({Type(parameter.Type, lookup)}?)null"
                : $"null => throw ConversionException.NotGiven({CodeWriter.Literal(Words(table.Subject.Path))})");
        }
        if (table.Else is not null) rows.Add($"_ => {Value(table.Else, parameter, request, lookup)}");
        else if (table.Subject.Member.Kind != DomainKind.Bool || table.Rows.Count < 2)
        {
            rows.Add($"_ => throw ConversionException.NotTaken($\"{{{subject}}}\", {CodeWriter.Literal(Words(table.Subject.Path))})");
        }
        return $"{subject} switch {{ {string.Join(", ", rows)} }}";
    }

    private static string Path(RequestPath path, ParameterModel parameter, RequestModel request, Lookup lookup)
    {
        var text = "e." + path.Path;
        var type = Type(parameter.Type, lookup);
        var words = CodeWriter.Literal(Words(path.Path));
        var name = Names.Camel(path.Path.Replace(".", "")) + "Value";
        var isOptional = !path.Member.IsRequired;
        var there = $"{text} is {There(path.Member)} {name}";
        var made = path.Member.Kind switch
        {
            DomainKind.Enum => $"{type}.FromDomain({(isOptional ? name : text)})",
            DomainKind.OrderId when parameter.Type.Kind == TypeKind.Long =>
                $"({(isOptional ? name : text)}.TryGetInt64(out var {name}Number) ? {name}Number : throw ConversionException.NotNumeric({words}))",
            DomainKind.OrderId or DomainKind.ClientOrderId when parameter.Type.Kind == TypeKind.Text => $"{(isOptional ? name : text)}.ToString()",
            _ => isOptional ? name : text,
        };
        var isPlain = made == name && path.Member.Kind is not (DomainKind.OrderId or DomainKind.ClientOrderId);
        if (isPlain && parameter.IsOptional) return text;
        if (!isOptional) return made;
        return parameter.IsOptional
            ? $"{there} ? {made} : ({type}?)null"
            : $"{there} ? {made} : throw ConversionException.NotGiven({words})";
    }

    // An id may be default instead of null.
    private static string There(DomainMember member) =>
        member.Kind is DomainKind.OrderId or DomainKind.ClientOrderId ? "{ IsPresent: true }" : "{ }";

    private static string Constant(string text, TypeRef type, Lookup lookup) => type.Kind switch
    {
        TypeKind.Enum => $"{lookup.Full(type)}.{lookup.Enum(type).Values.First(value => value.Wire == text).Member}",
        TypeKind.Decimal => text + "m",
        TypeKind.Text => CodeWriter.Literal(text),
        _ => text,
    };

    private static string Type(TypeRef type, Lookup lookup) =>
        type.Kind == TypeKind.Enum ? lookup.Full(type) : TypeText.Argument(type);

    private static string Words(string path) => string.Join(".", path.Split('.').Select(Names.Camel));
}
