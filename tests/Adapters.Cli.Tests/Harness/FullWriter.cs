using System.Text;

namespace Adapters.Cli.Tests.Harness;

/// <summary>A file on a disk that is full.</summary>
internal sealed class FullWriter : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        // It shows when it is written out.
    }

    public override void Flush() => throw new IOException("full");

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.FromException(new IOException("full"));
}
