namespace Adapters.Cli.CommandLine;

/// <summary>Files named on the command line; <c>-</c> is standard input.</summary>
internal static class InputFile
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The whole content, without a byte order mark.</summary>
    /// <exception cref="UsageException">It is not there or may not be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(ToolHost host, string name, CancellationToken cancellationToken)
    {
        byte[] content;
        if (name == "-")
        {
            using var copy = new MemoryStream();
            await host.Input.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            content = copy.ToArray();
        }
        else
        {
            try
            {
                content = await File.ReadAllBytesAsync(name, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new UsageException(Directory.Exists(name)
                    ? $"'{name}' is a folder; name a file, or - for standard input."
                    : File.Exists(name) ? $"'{name}' cannot be read: {error.Message}" : $"There is no file '{name}'.");
            }
        }

        return content.AsSpan().StartsWith(ByteOrderMark) ? content.AsMemory(ByteOrderMark.Length) : content;
    }
}
