namespace Adapters.Wire;

/// <summary>Hears of what a message holds beyond its specification. Offsets count bytes of the message;
/// <see cref="JsonPath.At(ReadOnlySpan{byte}, int)"/> turns one into a path.</summary>
public interface IWireObserver
{
    /// <summary>A field that the record does not have; the offset is that of its value.</summary>
    void UnknownField(int offset);

    /// <summary>A value that the enum or tagged list does not have; its text is kept or it is skipped.</summary>
    void UnknownValue(int offset);
}
