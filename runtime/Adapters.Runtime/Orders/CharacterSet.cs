namespace Adapters.Orders;

/// <summary>The ASCII characters of a class as regular expressions write it between brackets:
/// <c>a-zA-Z0-9_-</c>.</summary>
internal sealed class CharacterSet
{
    private readonly bool[] _has = new bool[128];

    /// <exception cref="FormatException">The class is empty, has a range that goes backwards, or is not
    /// ASCII.</exception>
    internal CharacterSet(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isRange = i + 2 < text.Length && text[i + 1] == '-';
            var last = isRange ? text[i + 2] : text[i];
            if (last < text[i] || last > '~')
            {
                throw new FormatException($"'{text}' is no class of ASCII characters.");
            }

            for (var c = text[i]; c <= last; c++)
            {
                _has[c] = true;
            }

            i += isRange ? 2 : 0;
        }

        if (text.Length == 0)
        {
            throw new FormatException("A class of characters is empty.");
        }
    }

    internal bool Contains(char c) => c < _has.Length && _has[c];

    internal IEnumerable<char> All => Enumerable.Range(0, _has.Length).Where(c => _has[c]).Select(static c => (char)c);
}
