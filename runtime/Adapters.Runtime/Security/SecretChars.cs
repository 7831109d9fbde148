namespace Adapters.Security;

/// <summary>A copy of a secret text that is wiped. Environment variables often hold PEM with <c>\n</c> written out;
/// those become line breaks.</summary>
internal sealed class SecretChars : IDisposable
{
    private readonly char[] _text;
    private readonly int _length;

    internal SecretChars(ReadOnlySpan<char> text)
    {
        _text = GC.AllocateArray<char>(text.Length, pinned: true);
        for (var i = 0; i < text.Length; i++)
        {
            var isWritten = text[i] == '\\' && i + 1 < text.Length && text[i + 1] == 'n';
            _text[_length++] = isWritten ? '\n' : text[i];
            i += isWritten ? 1 : 0;
        }
    }

    internal ReadOnlySpan<char> WithLineBreaks() => _text.AsSpan(0, _length);

    public void Dispose() => Array.Clear(_text);
}
