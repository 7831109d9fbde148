using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Emission;

/// <summary>A group of parameters that calls take as one object; it adds itself to a request.</summary>
internal static class GroupTemplate
{
    /// <summary>Writes the class.</summary>
    public static void Write(CodeWriter code, GroupModel group)
    {
        var given = group.Parameters.Where(parameter => parameter.Constant is null).ToList();
        code.Line();
        code.Doc($"Parameters of {CodeWriter.Xml(group.Name)}, which calls take as one.");
        code.Open($"public sealed class {group.Name}");
        foreach (var prefix in group.Prefixes)
        {
            var names = given.Select(parameter => CodeWriter.Literal(Prefixed(prefix, parameter.WireName)));
            code.Line($"internal static readonly string[] {NamesOf(prefix)} = [{string.Join(", ", names)}];");
        }
        foreach (var parameter in given)
        {
            code.Doc($"<c>{CodeWriter.Xml(parameter.WireName)}</c>, {TypeText.Words(parameter.Type)}{(parameter.IsOptional ? ", may be left out" : "")}.");
            var required = parameter.IsOptional ? "" : "required ";
            code.Line($"public {required}{TypeText.Argument(parameter.Type)}{(parameter.IsOptional ? "?" : "")} {parameter.Property} {{ get; init; }}");
        }
        code.Chain(
            "internal RestRequest AddTo(RestRequest request, string[] names) => request",
            [.. given.Select((parameter, i) => $".Add(names[{CodeWriter.Number(i)}], {parameter.Property})")], ";");
        code.Close();
    }

    /// <summary>The table of wire names under a prefix.</summary>
    public static string NamesOf(string prefix) => "_" + Names.Camel(prefix + "Names");

    private static string Prefixed(string prefix, string name) =>
        prefix.Length == 0 ? name : prefix + char.ToUpperInvariant(name[0]) + name.Substring(1);
}
