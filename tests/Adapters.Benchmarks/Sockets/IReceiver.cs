namespace Adapters.Benchmarks.Sockets;

/// <summary>A way of receiving trades until a tally is full.</summary>
internal interface IReceiver
{
    /// <summary>As the table shows it.</summary>
    string Name { get; }

    /// <summary>Connects, subscribes and receives.</summary>
    Task ReceiveAsync(string address, Tally tally);
}
