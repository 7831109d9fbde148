namespace Adapters.Wire;

/// <summary>A record that writes its typed fields by their spec names; for tools and tests.</summary>
public interface IWireValue
{
    /// <summary>Writes the record as one JSON object.</summary>
    void WriteTo(WireWriter w);
}
