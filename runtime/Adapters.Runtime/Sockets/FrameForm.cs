using Adapters.Catalogue;

namespace Adapters.Sockets;

/// <summary>A frame's template with the places of its placeholders looked up once.</summary>
internal sealed class FrameForm(FrameTemplate template)
{
    public const int MaxPlaceholders = 16;

    /// <summary>Its bytes as they are expected; null where the template leaves them open.</summary>
    public EnvelopeLayout? Layout { get; } = EnvelopeLayout.Of(template);

    /// <summary>Its fields, to be read in any order; null where the template has more than fields.</summary>
    public EnvelopeFields? Fields { get; } = EnvelopeFields.Of(template);

    public int Topic { get; } = template.IndexOf("topic");

    public int Payload { get; } = template.IndexOf("payload");

    public int Id { get; } = template.IndexOf("id");

    public int Code { get; } = template.IndexOf("code");

    public int Message { get; } = template.IndexOf("message");

    public bool TryMatch(ReadOnlySpan<byte> frame, Span<Range> captures) => template.TryMatch(frame, captures);
}
