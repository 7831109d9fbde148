using Adapters.Domain;

namespace Adapters.Simulation.Wire;

/// <summary>
/// What a simulated exchange knows of one thing, by the names that specifications give their fields, as C# properties
/// are called: <c>BuyerIsMaker</c>. Records of the server's side are filled from it.
/// </summary>
public sealed class ServerValues
{
    private readonly Func<string, object?> _find;
    private readonly Func<string, decimal, decimal>? _style;

    /// <summary>Makes values of a lookup.</summary>
    /// <param name="find">Gives the value of a name, or null.</param>
    /// <param name="style">Gives a number the digits that the venue writes; null takes over that of the values around,
    /// or leaves numbers as they are.</param>
    public ServerValues(Func<string, object?> find, Func<string, decimal, decimal>? style = null)
    {
        _find = find;
        _style = style;
    }

    /// <summary>The same, with a value that goes before.</summary>
    public ServerValues With(string name, object? value) => new(asked => asked == name ? value : _find(asked), _style);

    /// <summary>The same, with values that go before; where they have none, these are taken.</summary>
    public ServerValues With(Func<string, object?> first) => new(asked => first(asked) ?? _find(asked), _style);

    /// <summary>The same, without some.</summary>
    public ServerValues Without(params IReadOnlyList<string> names) =>
        new(asked => names.Contains(asked) ? null : _find(asked), _style);

    /// <summary>Some of the same, and nothing else.</summary>
    public ServerValues Only(params IReadOnlyList<string> names) =>
        new(asked => names.Contains(asked) ? _find(asked) : null, _style);

    /// <summary>The same; some are zero where there is no value.</summary>
    public ServerValues OrZero(params IReadOnlyList<string> names) => Or(0m, names);

    /// <summary>The same; some have another value where they have none.</summary>
    public ServerValues Or(object value, params IReadOnlyList<string> names) =>
        new(asked => _find(asked) ?? (names.Contains(asked) ? value : null), _style);

    /// <summary>The value of a name as it is, or null.</summary>
    public object? Find(string name) => _find(name);

    /// <summary>There is a value.</summary>
    public bool Has(string name) => _find(name) is not null;

    /// <summary>A text.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string Text(string name) => TextOrNull(name) ?? throw Lacking(name);

    /// <summary>A text, or null.</summary>
    public string? TextOrNull(string name) => _find(name)?.ToString();

    /// <summary>A number with the digits that the venue writes.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public decimal Decimal(string name) => DecimalOrNull(name) ?? throw Lacking(name);

    /// <summary>A number with the digits that the venue writes, or null.</summary>
    public decimal? DecimalOrNull(string name) => _find(name) is decimal number ? Styled(name, number) : null;

    /// <summary>A whole number.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public long Long(string name) => LongOrNull(name) ?? throw Lacking(name);

    /// <summary>A whole number, or null.</summary>
    public long? LongOrNull(string name) => _find(name) switch
    {
        long number => number,
        int number => number,
        _ => null,
    };

    /// <summary>A whole number of 32 bits.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public int Int(string name) => IntOrNull(name) ?? throw Lacking(name);

    /// <summary>A whole number of 32 bits, or null.</summary>
    public int? IntOrNull(string name) => _find(name) is int number ? number : null;

    /// <summary>Yes or no.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public bool Bool(string name) => BoolOrNull(name) ?? throw Lacking(name);

    /// <summary>Yes, no, or null.</summary>
    public bool? BoolOrNull(string name) => _find(name) is bool value ? value : null;

    /// <summary>A moment.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Timestamp Time(string name) => TimeOrNull(name) ?? throw Lacking(name);

    /// <summary>A moment, or null.</summary>
    public Timestamp? TimeOrNull(string name) => _find(name) is Timestamp time ? time : null;

    /// <summary>A list of records; its values are lists of values.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public IReadOnlyList<T> List<T>(string name)
        where T : IServerRecord<T> => ListOrNull<T>(name) ?? throw Lacking(name);

    /// <summary>A list of records, or null.</summary>
    public IReadOnlyList<T>? ListOrNull<T>(string name)
        where T : IServerRecord<T> =>
        _find(name) is IEnumerable<ServerValues> items ? [.. items.Select(item => T.FromValues(Inside(item)))] : null;

    /// <summary>A record inside; one without values of its own is filled from these.</summary>
    public T Record<T>(string name)
        where T : class, IServerRecord<T> => RecordOrNull<T>(name) ?? T.FromValues(this);

    /// <summary>A record inside, or null. It has values of its own, or true where it is filled from these.</summary>
    public T? RecordOrNull<T>(string name)
        where T : class, IServerRecord<T> => _find(name) switch
        {
            ServerValues values => T.FromValues(Inside(values)),
            true => T.FromValues(this),
            _ => null,
        };

    /// <summary>Levels of a book, with the digits that the venue writes.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public IReadOnlyList<Level> Levels(string name) => LevelsOrNull(name) ?? throw Lacking(name);

    /// <summary>Levels of a book, or null.</summary>
    public IReadOnlyList<Level>? LevelsOrNull(string name) => _find(name) is IEnumerable<Level> levels
        ? [.. levels.Select(level => new Level(Styled("Price", level.Price), Styled("Quantity", level.Quantity)))]
        : null;

    /// <summary>Anything else.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it is of another type.</exception>
    public T As<T>(string name)
        where T : notnull => _find(name) is T value ? value : throw Lacking(name);

    /// <summary>Anything else, or null.</summary>
    public T? AsOrNull<T>(string name)
        where T : class => _find(name) as T;

    private ServerValues Inside(ServerValues values) => values._style is null ? new(values._find, _style) : values;

    private decimal Styled(string name, decimal number) => _style?.Invoke(name, number) ?? number;

    private static InvalidOperationException Lacking(string name) =>
        new($"The simulated exchange has no '{name}' of the kind that the record wants.");
}
