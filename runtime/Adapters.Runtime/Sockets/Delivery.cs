namespace Adapters.Sockets;

/// <summary>What became of a payload.</summary>
internal enum Delivery
{
    /// <summary>It was handed out.</summary>
    Done,

    /// <summary>Its topic is not live on the connection, or is being moved.</summary>
    NotUsual,

    /// <summary>The frame must be looked at as a whole.</summary>
    InAnotherForm,
}
