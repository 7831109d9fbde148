using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Catalogue;

/// <summary>A message decoded for people: its typed fields, what they mean, and what the specification does not know.</summary>
/// <param name="Value">The typed value.</param>
/// <param name="Domain">Domain values of every conversion that could run.</param>
/// <param name="Missing">Arguments that other conversions would have needed.</param>
/// <param name="UnknownFields">JSON paths of fields the specification does not know.</param>
/// <param name="UnknownValues">JSON paths of enum values and tags the specification does not know.</param>
public sealed record Inspection(
    DecodedValue Value, IReadOnlyList<object> Domain, IReadOnlyList<string> Missing,
    IReadOnlyList<string> UnknownFields, IReadOnlyList<string> UnknownValues);

/// <summary>Decodes messages for tools and tests.</summary>
public static class Inspector
{
    /// <summary>The name under which a symbol is taken that neither message nor arguments tell.</summary>
    public const string NoSymbol = "?";

    /// <summary>Decodes a message.</summary>
    /// <param name="decode">Its decoder.</param>
    /// <param name="converters">Conversions to run.</param>
    /// <param name="utf8">The whole message.</param>
    /// <param name="symbols">The venue's symbols.</param>
    /// <param name="arguments">What the call or topic knows besides.</param>
    /// <exception cref="DecodeException">The message is not what the venue documents.</exception>
    /// <exception cref="ConversionException">A value has no counterpart in the domain.</exception>
    /// <exception cref="NumberRangeException">A number is beyond what decimal holds.</exception>
    public static Inspection Inspect(
        ValueDecoder decode, IReadOnlyList<DomainConverter> converters, ReadOnlyMemory<byte> utf8, SymbolTable symbols,
        IReadOnlyDictionary<string, string> arguments)
    {
        ArgumentNullException.ThrowIfNull(decode);
        ArgumentNullException.ThrowIfNull(converters);
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentNullException.ThrowIfNull(arguments);
        var observer = new Observer();
        var value = decode(utf8, new WireContext(symbols) { Observer = observer });
        var known = new Dictionary<string, string>(arguments);
        known.TryAdd("symbol", NoSymbol);
        var given = new DomainArguments(symbols, known);
        var domain = new List<object>();
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var converter in converters)
        {
            if (converter.Needs.Where(need => !given.Has(need)).ToArray() is { Length: > 0 } lacking)
            {
                missing.UnionWith(lacking);
                continue;
            }

            foreach (var item in value.Items)
            {
                domain.AddRange(converter.Convert(item, given));
            }
        }

        return new Inspection(
            value, domain, [.. missing], observer.Fields.ConvertAll(offset => JsonPath.At(utf8.Span, offset)),
            observer.Values.ConvertAll(offset => JsonPath.At(utf8.Span, offset)));
    }

    private sealed class Observer : IWireObserver
    {
        public List<int> Fields { get; } = [];

        public List<int> Values { get; } = [];

        public void UnknownField(int offset) => Fields.Add(offset);

        public void UnknownValue(int offset) => Values.Add(offset);
    }
}
