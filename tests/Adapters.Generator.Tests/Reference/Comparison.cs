using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Generator.Model;
using Adapters.Wire;

namespace Adapters.Generator.Tests.Reference;

/// <summary>Reads one text in all three ways and tells where they differ.</summary>
internal sealed class Comparison : IDisposable
{
    private const int MaxLength = 1 << 16;

    private readonly FuzzRoot _root;
    private readonly ReferenceReader _reference;
    private readonly TypedValueText _typed;
    private readonly WireContext _context;
    private readonly IDisposable _memory;
    private readonly GuardedText _guarded;
    private int _texts;

    /// <summary>Over what is decoded, and another specification where a test wants to see a difference.</summary>
    public Comparison(FuzzRoot root, ExchangeModel? model = null)
    {
        _root = root;
        _reference = new ReferenceReader(model ?? root.Model);
        _typed = new TypedValueText(new ReferenceReader(root.Model));
        _memory = _guarded = new GuardedText(MaxLength);

        // As a topic has them. Symbols that were never seen are the order-independent reader's, so one is known.
        _context = new WireContext(new SymbolTable()) { Shapes = new NumberShape[NumberShape.Most] };
        _context.Symbols.Get("BTCUSDT");
    }

    /// <summary>Texts that were in the expected layout.</summary>
    public int Taken { get; private set; }

    /// <summary>Texts that are not what the specification says.</summary>
    public int Refused { get; private set; }

    /// <summary>Fields, cases and tags that were met.</summary>
    public IReadOnlySet<(string Record, string Property)> Met => _reference.Met;

    /// <summary>The difference; null where there is none.</summary>
    public string? Difference(byte[] text)
    {
        var guarded = text.Length <= MaxLength ? _guarded.Of(text) : text;
        var (meaning, missing) = Reference(text);

        // What one reader has seen must change nothing for the other.
        var isLayoutFirst = _texts++ % 2 == 1;
        var layout = isLayoutFirst ? Layout(guarded) : null;
        var read = Reader(guarded, missing);
        layout = isLayoutFirst ? layout : Layout(guarded);
        Taken += layout is null ? 0 : 1;
        return read == meaning && (layout is null || layout == meaning)
            ? null
            : $"{Encoding.UTF8.GetString(text)}\nreference: {meaning}\nreader:    {read}\nlayout:    {layout ?? "another"}";
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private (string Meaning, IReadOnlyList<string> Missing) Reference(byte[] text)
    {
        try
        {
            return (_reference.Read(text, _root.Type), []);
        }
        catch (Refusal refusal)
        {
            Refused++;
            return ("refused at " + refusal.Path, refusal.Missing);
        }
    }

    private string Reader(ReadOnlyMemory<byte> text, IReadOnlyList<string> missing)
    {
        try
        {
            return Text(_root.Decode(text, _context));
        }
        catch (DecodeException error)
        {
            var untold = missing.FirstOrDefault(name => !error.Problem.Contains($"'{name}'", StringComparison.Ordinal));
            return "refused at " + error.Path + (untold is null ? "" : $" without a word of '{untold}'");
        }
        catch (Exception error)
        {
            return $"crashed: {error}";
        }
    }

    private string? Layout(ReadOnlyMemory<byte> text)
    {
        try
        {
            return _root.Expected?.Invoke(text, _context) is { } value ? Text(value) : null;
        }
        catch (Exception error)
        {
            return $"crashed: {error}";
        }
    }

    private string Text(DecodedValue value) => value.IsList
        ? ValueText.List(value.Items.Select(item => _typed.Of(item, _root.Type.Element!)))
        : _typed.Of(value.Items[0], _root.Type);
}
