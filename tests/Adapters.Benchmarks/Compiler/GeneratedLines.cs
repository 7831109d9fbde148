using Adapters.Generator.Emission;
using Adapters.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Adapters.Benchmarks.Compiler;

/// <summary>
/// The one measure of how much is generated: lines without documentation and blanks. A field of a record has its share of
/// all that is emitted for records, borrowed frames included; a call its share of descriptions, methods, options and groups
/// of parameters.
/// </summary>
/// <param name="All">Lines of all files.</param>
/// <param name="Records">Lines of records.</param>
/// <param name="Fields">Fields of records, as a specification declares them.</param>
/// <param name="Calls">Lines of what calls need.</param>
/// <param name="Endpoints">Number of calls.</param>
internal sealed record GeneratedLines(int All, int Records, int Fields, int Calls, int Endpoints)
{
    /// <summary>Lines for each field of a record.</summary>
    public double PerField => (double)Records / Fields;

    /// <summary>Lines for each call.</summary>
    public double PerEndpoint => (double)Calls / Endpoints;

    /// <summary>Measures an exchange as it is emitted for an adapter.</summary>
    public static GeneratedLines Of(ExchangeModel model)
    {
        var (all, records, calls) = (0, 0, 0);
        foreach (var file in ClientEmitter.Emit(model))
        {
            all += Count(file.Text);
            if (file.Name.Contains(".Endpoints.", StringComparison.Ordinal) || file.Name.Contains(".Rest.", StringComparison.Ordinal))
            {
                calls += Count(file.Text);
            }
            else if (file.Name.Contains("Types.", StringComparison.Ordinal))
            {
                foreach (var type in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
                {
                    var bases = type.BaseList?.ToString() ?? "";
                    if (bases.Contains("IWire<", StringComparison.Ordinal) || type is EnumDeclarationSyntax) records += Count(type.ToString());
                    else if (!bases.Contains("IWireText", StringComparison.Ordinal)) calls += Count(type.ToString());
                }
            }
        }

        return new GeneratedLines(all, records, model.Records.Sum(static record => record.Fields.Count), calls, model.Endpoints.Count);
    }

    /// <summary>What is left when what two exchanges share is taken away.</summary>
    public static GeneratedLines operator -(GeneratedLines many, GeneratedLines few) => new(
        many.All - few.All, many.Records - few.Records, many.Fields - few.Fields, many.Calls - few.Calls, many.Endpoints - few.Endpoints);

    private static int Count(string text) => text.Split('\n')
        .Count(static line => line.Trim() is { Length: > 0 } code && !code.StartsWith("//", StringComparison.Ordinal));
}
