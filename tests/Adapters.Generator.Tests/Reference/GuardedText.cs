using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Adapters.Generator.Tests.Reference;

/// <summary>
/// A text whose last byte is followed by memory that nobody may touch: whoever reads past the text's end ends the process.
/// Linux only; elsewhere texts are as they are.
/// </summary>
internal sealed class GuardedText : MemoryManager<byte>
{
    private const int Private = 0x02;
    private const int Anonymous = 0x20;
    private const int None = 0;
    private const int ReadWrite = 3;

    private readonly nint _start;
    private readonly int _size;

    /// <summary>Memory for texts of up to so many bytes.</summary>
    public GuardedText(int length)
    {
        var page = Environment.SystemPageSize;
        _size = (length + page - 1) / page * page;
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _start = Map(0, _size + page, ReadWrite, Private | Anonymous, -1, 0);
        if (_start == -1 || Protect(_start + _size, page, None) != 0)
        {
            throw new InvalidOperationException("The memory behind the text cannot be guarded.");
        }
    }

    /// <summary>The text, in the same memory as the one before.</summary>
    public ReadOnlyMemory<byte> Of(byte[] text)
    {
        if (_start == 0)
        {
            return text;
        }

        var memory = Memory[(_size - text.Length)..];
        text.CopyTo(memory);
        return memory;
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() =>
        MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), _start), _size);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_start != 0)
        {
            _ = Unmap(_start, _size + Environment.SystemPageSize);
        }
    }

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Protect(nint address, nint length, int protection);

    [DllImport("libc", EntryPoint = "munmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Unmap(nint address, nint length);
}
