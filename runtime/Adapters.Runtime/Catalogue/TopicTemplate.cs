using System.Text;

namespace Adapters.Catalogue;

/// <summary>A part of a topic: a literal, or a parameter that takes one of its values, or any text without <c>@</c>.</summary>
/// <param name="Text">The literal, or the parameter's name.</param>
/// <param name="IsParameter">It is a parameter.</param>
/// <param name="Values">The only texts the parameter takes; null for any.</param>
/// <param name="Group">Number of the optional part it stands in; 0 for none.</param>
/// <param name="IsLower">The parameter is written in lower case.</param>
public sealed record TopicPart(
    string Text, bool IsParameter = false, IReadOnlyList<string>? Values = null, int Group = 0, bool IsLower = false);

/// <summary>The form of a channel's topics, for example <c>{symbol:lower}@kline_{interval}</c>.</summary>
public sealed class TopicTemplate
{
    private readonly IReadOnlyList<TopicPart> _parts;

    /// <summary>Makes a template of its parts.</summary>
    /// <param name="text">As the specification writes it.</param>
    /// <param name="parts">The parts in order.</param>
    public TopicTemplate(string text, params IReadOnlyList<TopicPart> parts)
    {
        Text = text;
        _parts = parts;
        LiteralLength = parts.Where(part => !part.IsParameter && part.Group == 0).Sum(part => part.Text.Length);
    }

    /// <summary>Of a channel that is opened by a call.</summary>
    public static TopicTemplate None { get; } = new("");

    /// <summary>As the specification writes it.</summary>
    public string Text { get; }

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<TopicPart> Parts => _parts;

    /// <summary>Characters that are literal: where several templates match, the one with most is meant.</summary>
    public int LiteralLength { get; }

    /// <summary>Fills the parameters in; an optional part without value falls away.</summary>
    /// <exception cref="ArgumentException">A parameter that must be there has no value.</exception>
    public string Format(Func<string, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (part.Group != 0 && _parts.Any(p => p.Group == part.Group && p.IsParameter && value(p.Text) is null))
            {
                continue;
            }

            if (!part.IsParameter)
            {
                text.Append(part.Text);
                continue;
            }

            var given = value(part.Text)
                ?? throw new ArgumentException($"The topic '{Text}' needs '{part.Text}'.", nameof(value));
            text.Append(part.IsLower ? given.ToLowerInvariant() : given);
        }

        return text.ToString();
    }

    /// <summary>Matches a topic; the captured values are given by parameter name.</summary>
    public bool TryMatch(string topic, Dictionary<string, string> captures)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(captures);
        captures.Clear();
        return Match(topic, 0, 0, captures);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private bool Match(string topic, int at, int index, Dictionary<string, string> captures)
    {
        if (index == _parts.Count)
        {
            return at == topic.Length;
        }

        var part = _parts[index];
        if (part.IsParameter ? MatchParameter(topic, at, index, captures) : MatchLiteral(topic, at, index, captures))
        {
            return true;
        }

        // An optional part may be left out as a whole, decided where it begins.
        if (part.Group == 0 || (index > 0 && _parts[index - 1].Group == part.Group))
        {
            return false;
        }

        var next = index;
        while (next < _parts.Count && _parts[next].Group == part.Group)
        {
            next++;
        }

        return Match(topic, at, next, captures);
    }

    private bool MatchLiteral(string topic, int at, int index, Dictionary<string, string> captures)
    {
        var literal = _parts[index].Text;
        return string.CompareOrdinal(topic, at, literal, 0, literal.Length) == 0
            && Match(topic, at + literal.Length, index + 1, captures);
    }

    private bool MatchParameter(string topic, int at, int index, Dictionary<string, string> captures)
    {
        var part = _parts[index];
        if (part.Values is null)
        {
            // The longest text first, so that the last open parameter takes the rest.
            for (var end = topic.Length; end > at; end--)
            {
                var text = topic[at..end];
                if (text.Contains('@', StringComparison.Ordinal) || !Match(topic, end, index + 1, captures))
                {
                    continue;
                }

                captures[part.Text] = text;
                return true;
            }

            return false;
        }

        foreach (var value in part.Values)
        {
            if (string.CompareOrdinal(topic, at, value, 0, value.Length) == 0
                && Match(topic, at + value.Length, index + 1, captures))
            {
                captures[part.Text] = value;
                return true;
            }
        }

        return false;
    }
}
