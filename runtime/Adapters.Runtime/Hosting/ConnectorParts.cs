using Adapters.Calls;
using Adapters.Security;

namespace Adapters.Hosting;

/// <summary>What an exchange writes by hand and the kernel needs.</summary>
public sealed class ConnectorParts
{
    /// <summary>Writes what is signed.</summary>
    public IRequestSigner? Signer { get; init; }

    /// <summary>Read what answers over the call socket tell besides.</summary>
    public CallReaders? Readers { get; init; }
}
