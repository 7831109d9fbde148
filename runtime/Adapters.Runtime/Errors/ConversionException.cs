namespace Adapters.Errors;

/// <summary>A wire value has no counterpart in the domain, or one that the domain needs is missing.</summary>
public sealed class ConversionException : Exception
{
    /// <summary>Makes the error from a sentence that names the value and the place.</summary>
    public ConversionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the error from a sentence and its cause.</summary>
    public ConversionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The venue's text that has no counterpart, where that is what went wrong; null otherwise.</summary>
    public string? Value { get; private init; }

    /// <summary>A wire value that the domain enum does not know.</summary>
    /// <param name="value">The text that the venue sent.</param>
    /// <param name="type">The domain enum, for example <c>Side</c>.</param>
    public static ConversionException UnknownValue(string value, string type) =>
        new($"The venue's value '{value}' has no counterpart in {type}.") { Value = value };

    /// <summary>A value that the domain requires is absent.</summary>
    /// <param name="path">Where the value was expected, for example <c>filters.priceFilter.tickSize</c>.</param>
    /// <param name="target">The domain member, for example <c>Market.Tick</c>.</param>
    public static ConversionException Missing(string path, string target) =>
        new($"{target} needs '{path}', which the venue did not send.");

    /// <summary>A request holds something that the venue's call cannot carry.</summary>
    /// <param name="path">The member of the request, for example <c>reduceOnly</c>.</param>
    /// <param name="target">What the venue takes.</param>
    public static ConversionException NotCarried(string path, string target) =>
        new($"The venue's {target} cannot carry '{path}'. Leave it out.");

    /// <summary>A request holds a value that the venue does not take there.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">The member of the request, for example <c>kind</c>.</param>
    public static ConversionException NotTaken(string value, string path) =>
        new($"The venue does not take {value} for '{path}' here.");

    /// <summary>A request lacks what the venue's call needs.</summary>
    /// <param name="path">The member of the request.</param>
    public static ConversionException NotGiven(string path) => new($"The venue needs '{path}'. Give it.");

    /// <summary>An id is text where the venue's ids are numbers.</summary>
    /// <param name="path">The member of the request.</param>
    public static ConversionException NotNumeric(string path) =>
        new($"The venue's ids are numbers, and '{path}' is none.");
}
