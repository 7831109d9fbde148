using System.Runtime.InteropServices;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Catalogue;

/// <summary>A message decoded for people: its typed fields, what they mean, and what the specification does not know.</summary>
/// <param name="Value">The typed value.</param>
/// <param name="Domain">Domain values of every conversion that could run.</param>
/// <param name="Failures">Conversions that a value stood against: one without a counterpart in the domain, one that is
/// missing, a number that decimal does not hold.</param>
/// <param name="Missing">Arguments that other conversions would have needed.</param>
/// <param name="UnknownFields">JSON paths of fields the specification does not know.</param>
/// <param name="UnknownValues">JSON paths of enum values and tags the specification does not know.</param>
public sealed record Inspection(
    DecodedValue Value, IReadOnlyList<object> Domain, IReadOnlyList<ConversionFailure> Failures,
    IReadOnlyList<string> Missing, IReadOnlyList<string> UnknownFields, IReadOnlyList<string> UnknownValues);

/// <summary>A record that could not be converted.</summary>
/// <param name="Target">The domain type that it should have become.</param>
/// <param name="Item">Its place among the decoded values.</param>
/// <param name="Error">Why not, for example a <see cref="ConversionException"/> or a <see cref="NumberRangeException"/>.
/// </param>
public sealed record ConversionFailure(string Target, int Item, Exception Error);

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
        var failures = new List<ConversionFailure>();
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var converter in converters)
        {
            if (converter.Needs.Where(need => !given.Has(need)).ToArray() is { Length: > 0 } lacking)
            {
                missing.UnionWith(lacking);
                continue;
            }

            for (var i = 0; i < value.Items.Count; i++)
            {
                try
                {
                    domain.AddRange(converter.Convert(value.Items[i], given));
                }
                catch (Exception error) when (IsRefusal(error))
                {
                    failures.Add(new ConversionFailure(converter.Target, i, error));
                }
            }
        }

        return new Inspection(
            value, domain, failures, [.. missing],
            Paths(utf8.Span, observer.Fields), Paths(utf8.Span, observer.Values));
    }

    private static string[] Paths(ReadOnlySpan<byte> utf8, List<int> offsets)
    {
        offsets.Sort();
        return JsonPath.At(utf8, CollectionsMarshal.AsSpan(offsets));
    }

    // The domain's own checks refuse too: a negative tick, a time beyond its range.
    private static bool IsRefusal(Exception error) =>
        error is ConversionException or NumberRangeException or ArgumentException or OverflowException;

    private sealed class Observer : IWireObserver
    {
        public List<int> Fields { get; } = [];

        public List<int> Values { get; } = [];

        public void UnknownField(int offset) => Fields.Add(offset);

        public void UnknownValue(int offset) => Values.Add(offset);
    }
}
