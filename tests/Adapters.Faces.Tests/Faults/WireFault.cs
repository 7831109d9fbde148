namespace Adapters.Faces.Tests.Faults;

/// <summary>What goes wrong between a client and the venue, for one request or one frame that a client sends.</summary>
internal enum WireFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No connection comes about; not a byte has left.</summary>
    Refused,

    /// <summary>The connection breaks before the venue has the whole request.</summary>
    CutSending,

    /// <summary>The venue has acted; the connection breaks before the first byte of the answer.</summary>
    CutBefore,

    /// <summary>The connection breaks inside the answer.</summary>
    CutInside,

    /// <summary>The request reaches the venue seconds later.</summary>
    LateRequest,

    /// <summary>The answer reaches the client seconds later.</summary>
    LateAnswer,

    /// <summary>The venue says that it does not know what became of the request, -1006 or -1007; it may have acted.</summary>
    UnknownCode,

    /// <summary>The connection stays open, and nothing passes any more.</summary>
    Stalled,
}
