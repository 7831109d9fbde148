using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Rest;

/// <content>How a value gets into the text: what can stand there as it is is written in place, once; the rest is written
/// beside and encoded.</content>
public sealed partial class RestRequest
{
    /// <summary>Begins the value of a parameter; gives the parameter's place.</summary>
    private int Begin(string name)
    {
        // Generated calls give parameters in order, by the very strings of the specification.
        var slots = _slots;
        var at = _next;
        while (at < slots.Length && !ReferenceEquals(slots[at].Name, name))
        {
            at++;
        }

        if (at == slots.Length)
        {
            at = PlaceOf(name);
        }

        if (at < 0 || _places[at] != 0 || slots[at].Constant is not null)
        {
            throw Refused(at, name);
        }

        WriteConstants(at);
        _next = at + 1;
        _start = _values.Length;
        return at;
    }

    /// <summary>The place of a parameter, looked for from the last one given on; -1 where there is none.</summary>
    private int PlaceOf(string name)
    {
        _ = Layout; // a request that was sent has no parameters
        for (var i = _next; i < _slots.Length; i++)
        {
            if (_slots[i].Name == name)
            {
                return i;
            }
        }

        for (var i = Math.Min(_next, _slots.Length) - 1; i >= 0; i--)
        {
            if (_slots[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private RequestException Refused(int at, string name)
    {
        if (at < 0)
        {
            var known = _slots.Length == 0 ? "nothing" : string.Join(", ", _slots.Select(static slot => slot.Name));
            return new RequestException(Endpoint, $"it takes no '{name}', but {known}.", name);
        }

        return _slots[at].Constant is { } constant
            ? new RequestException(Endpoint, $"{name} is always {constant} and is not given.", name)
            : Twice(name);
    }

    private RequestException Twice(string name) => new(Endpoint, $"{name} is given twice.", name);

    private void PutPresent(int at, string text)
    {
        foreach (var known in _slots[at].Known)
        {
            if (ReferenceEquals(known.Text, text))
            {
                PutWhole(at, known.Whole);
                return;
            }
        }

        if (text.Length == 0)
        {
            throw new RequestException(Endpoint, $"{_slots[at].Name} is empty.", _slots[at].Name);
        }

        Put(at, text);
    }

    private void Put(int at, string text)
    {
        var mark = _encoded.Length;
        if (text.Length > 0 && PlainText.TryCopy(text, Open(at, text.Length)))
        {
            Close(at, text.Length);
            return;
        }

        _encoded.Truncate(mark);
        ValueText.Write(_values, text);
        Take(at);
    }

    private void Put(int at, ReadOnlySpan<byte> utf8, bool isPlain)
    {
        if (isPlain && utf8.Length > 0)
        {
            utf8.CopyTo(Open(at, utf8.Length));
            Close(at, utf8.Length);
            return;
        }

        _values.Append(utf8);
        Take(at);
    }

    /// <summary>Adds a pair of a query or form whose name and value are encoded already.</summary>
    private void PutWhole(int at, byte[] whole)
    {
        PutPrefix(whole);
        var length = whole.Length - _slots[at].Prefix.Length;
        Note(at, _encoded.Length - length, length, isEncoded: true);
    }

    /// <summary>Gives the place for a value that is sent as it is.</summary>
    private Span<byte> Open(int at, int size)
    {
        var slot = _slots[at];
        if (slot.InPath)
        {
            return _values.GetSpan(size);
        }

        PutPrefix(slot.Prefix);
        if (_place == ParameterPlace.Body && ValueText.IsQuoted(slot.Kind, _decimalsAsText))
        {
            _encoded.Append((byte)'"');
        }

        return _encoded.GetSpan(size);
    }

    /// <summary>Takes the value that was written since <see cref="Open"/>.</summary>
    private void Close(int at, int length)
    {
        var slot = _slots[at];
        if (slot.InPath)
        {
            Note(at, _values.Length, length, isEncoded: false);
            _values.Advance(length);
            return;
        }

        Note(at, _encoded.Length, length, isEncoded: true);
        _encoded.Advance(length);
        if (_place == ParameterPlace.Body && ValueText.IsQuoted(slot.Kind, _decimalsAsText))
        {
            _encoded.Append((byte)'"');
        }
    }

    /// <summary>Takes what was written beside since <see cref="Begin"/> as the value of a parameter.</summary>
    private void Take(int at)
    {
        var value = _values.Span[_start..];
        var slot = _slots[at];
        if (slot.InPath && value.IsEmpty)
        {
            throw new RequestException(Endpoint, $"{slot.Name} stands in the path and must not be empty.", slot.Name);
        }

        Note(at, _start, value.Length, isEncoded: false);
        if (!slot.InPath)
        {
            Put(slot.Prefix, value, ValueText.IsQuoted(slot.Kind, _decimalsAsText));
        }
    }

    private void Note(int at, int start, int length, bool isEncoded, int items = -1)
    {
        if (_givenCount == _given.Length)
        {
            Array.Resize(ref _given, _givenCount * 2);
        }

        _given[_givenCount++] = new Given(at, start, length, items, isEncoded);
        if (at >= 0)
        {
            _places[at] = _givenCount;
        }
    }

    /// <summary>Notes a value beside that belongs to no parameter of the endpoint.</summary>
    private void NoteStranger(string name, int start, int length)
    {
        Note(~_strangers.Count, start, length, isEncoded: false);
        _strangers.Add(name);
    }
}
