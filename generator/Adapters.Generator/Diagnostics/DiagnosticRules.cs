using System.Collections.Immutable;

namespace Adapters.Generator.Diagnostics;

/// <summary>Every rule the compiler reports, by id. Each has a page in docs/diagnostics and a test that shows it.</summary>
public static class DiagnosticRules
{
    /// <summary>All rules in order of their ids.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
    [
        new("ADP001", "Malformed YAML", "This is no YAML: {0}"),
        new("ADP002", "Duplicate key", "'{0}' is said twice; the first is at {1}"),
        new("ADP003", "YAML feature without a place in a specification", "{0} cannot be used in a specification; write it out"),
        new("ADP004", "Nesting too deep", "This is nested deeper than {0} levels; nothing in a specification is"),
        new("ADP005", "Language version", "Each file starts with 'language: 1'; {0}"),
        new("ADP010", "Unknown key", "'{0}' is no key of {1}{2}"),
        new("ADP011", "Wrong kind of value", "{0} must be {1}"),
        new("ADP012", "Missing key", "{0} needs '{1}'"),
        new("ADP013", "Invalid value", "'{0}' is not {1}{2}"),
        new("ADP014", "Unknown name", "There is no {0} '{1}'{2}"),
        new("ADP020", "Malformed field", "'{0}' does not belong here; a field reads: type[?] [name] [unless VALUE] [sometimes] [@product]"),
        new("ADP021", "Field without a name", "'{0}' needs a name of its own, such as '{1} something'"),
        new("ADP022", "Name given twice", "Two of {1} are called '{0}'"),
        new("ADP023", "Named like a type of the runtime", "'{0}' is a type of the runtime; another name keeps the two apart"),
        new("ADP024", "Too many fields", "{0} has more than 63 fields; move some that belong together into a record of their own"),
        new("ADP025", "Endless inclusion", "'{0}' includes itself"),
        new("ADP026", "Sentinel on a required field", "'unless' and 'sometimes' are for what may be absent: write '{0}?'"),
        new("ADP027", "Cases that cannot be told apart", "The cases of {0} cannot be told apart: {1}"),
        new("ADP030", "Unknown parameter", "'{0}' is no parameter of {1}{2}"),
        new("ADP031", "Malformed weight", "'{0}' is no amount; write 5, '4 each' or '4 each max 200'"),
        new("ADP032", "Malformed call", "'{0}' is no call; write 'GET /path/{{name}}'"),
        new("ADP033", "Malformed requirement", "'{0}' is no requirement; write 'a ^ b', 'a | b' or 'a & b'"),
        new("ADP040", "Unknown placeholder", "'{0}' is no placeholder of {1}{2}"),
        new("ADP041", "Malformed topic", "{0}"),
        new("ADP042", "Ambiguous topic", "The topics of '{0}' and '{1}' cannot be told apart"),
        new("ADP050", "Malformed book rule", "'{0}' does not belong in a book rule; use first, last, previous, book, + N and < <= == >= >"),
        new("ADP060", "Unknown path", "{0} has no '{1}'{2}"),
        new("ADP061", "Domain member without source", "{0}.{1} is required, and nothing of {2} fills it"),
        new("ADP062", "Optional value for a required member", "{0}.{1} is required, but '{2}' may be absent; write '{2}!' if it never is"),
        new("ADP063", "Types do not fit", "{0}.{1} is {2}; '{3}' is {4}"),
        new("ADP064", "Malformed expression", "'{0}' is no expression of a conversion"),
        new("ADP070", "Not supported yet", "'{0}' is reserved for a later version of the language"),
        new("ADP099", "The compiler failed", "The compiler failed on {0}: {1}. This is a defect of the compiler; please report it"),
    ];

    private static readonly ImmutableDictionary<string, DiagnosticRule> ById = All.ToImmutableDictionary(rule => rule.Id);

    /// <summary>The rule of an id.</summary>
    public static DiagnosticRule Of(string id) => ById[id];
}
