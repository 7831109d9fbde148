using Adapters.Wire;

namespace Adapters.Rest;

/// <summary>Reads an answer.</summary>
internal delegate T Decoding<out T>(ReadOnlySpan<byte> utf8, WireContext context, string where);
