namespace Adapters.Wire;

/// <summary>Reads one scalar from where the reader stands, for example <c>static (ref r) => r.Long()</c>.</summary>
/// <typeparam name="T">What is read.</typeparam>
public delegate T ScalarRead<out T>(ref WireReader r);
