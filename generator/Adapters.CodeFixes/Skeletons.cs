namespace Adapters.CodeFixes;

/// <summary>
/// What a new file begins with. It names the interfaces that are to be implemented and nothing that would pretend to work:
/// what is missing is a compile error.
/// </summary>
internal static class Skeletons
{
    /// <summary>A whole file.</summary>
    public static string Of(MissingFile file) => file.Role switch
    {
        "Signer" => $"using System.Buffers;\nusing Adapters.Security;\n\nnamespace Adapters.{file.Exchange};\n\n{TypeOf(file)}",
        "Builder" => $"""
            using Adapters.Capabilities;
            using Adapters.Catalogue;
            using Adapters.Hosting;{(file.Space == "Adapters." + file.Exchange ? "" : $"\nusing {file.Space};")}

            namespace Adapters.{file.Exchange};

            {TypeOf(file)}
            """,
        _ => $"""
            using Adapters.Capabilities;
            using Adapters.Domain;
            using Adapters.Hosting;{(file.Space == "Adapters." + file.Exchange ? "" : $"\nusing {file.Space};")}

            namespace Adapters.{file.Exchange}.Connector;

            {TypeOf(file)}
            """,
    };

    /// <summary>The type alone.</summary>
    public static string TypeOf(MissingFile file) => file.Role switch
    {
        "Signer" => $$"""
            /// <summary>Writes what {{file.Exchange}} wants signed. Link the venue's page here.</summary>
            public sealed class {{file.Type}} : IRequestSigner
            {
                /// <inheritdoc/>
                public void WritePayload(in SigningInput input, IBufferWriter<byte> payload)
                {
            #error Write the bytes that are signed; for many venues payload.Write(input.Parameters)
                }
            }

            """,
        "Builder" => $$"""
            /// <summary>{{file.Exchange}}, connected. Link the venue's page here.</summary>
            public sealed class {{file.Type}} : IExchangeConnector
            {
                private readonly ConnectorKernel _kernel;

                private {{file.Type}}(ConnectorKernel kernel)
                {
                    _kernel = kernel;
                    Rest = new {{file.Type}}Rest(kernel.Rest);
                    Streams = new {{file.Type}}Streams(kernel.Streams);
                }

                /// <inheritdoc/>
                public ProductCatalogue Catalogue => _kernel.Catalogue;

                /// <inheritdoc/>
                public EnvironmentInfo Environment => _kernel.Environment;

                /// <summary>The venue's calls.</summary>
                public {{file.Type}}Rest Rest { get; }

                /// <summary>The venue's streams.</summary>
                public {{file.Type}}Streams Streams { get; }

                /// <summary>Sets up a connector; nothing is sent before the first call or subscription.</summary>
                /// <exception cref="ArgumentException">An option makes no sense; it is named, with what is accepted.</exception>
                public static {{file.Type}} Connect(ConnectorOptions? options = null) =>
                    new(ConnectorKernel.Open({{file.Type}}Catalogue.Instance, options));

                /// <inheritdoc/>
                public ValueTask DisposeAsync() => _kernel.DisposeAsync();
            }

            """,
        _ => $$"""
            /// <summary>{{Meaning(file.Role)}}</summary>
            internal sealed class {{file.Type}} : {{Interface(file.Role)}}
            {
            }

            """,
    };

    private static string Meaning(string part) => part switch
    {
        "MarketData" => "Which call and which stream answers which question about the market.",
        "Trading" => "Which call does what to an order.",
        _ => "Which call answers which question about the account.",
    };

    private static string Interface(string part) => part switch
    {
        "MarketData" => "IMarketDataSource",
        "Trading" => "ITrading",
        _ => "IAccountInfo",
    };
}
