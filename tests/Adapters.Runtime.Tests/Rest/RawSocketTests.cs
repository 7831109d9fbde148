using System.Net;
using System.Net.Sockets;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Rest;

namespace Adapters.Runtime.Tests.Rest;

public sealed class RawSocketTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _heads = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly SocketsHttpHandler _handler = RestTransport.CreateHandler();
    private int _answers = int.MaxValue;

    public RawSocketTests()
    {
        _listener.Start();
        _ = ServeAsync(_stop.Token);
    }

    [Fact]
    public async Task The_request_line_is_byte_for_byte_what_was_built()
    {
        using var client = Client();
        var request = client.Create(Venue.Endpoint(
            "/v1/{id}/x", parameters: [new("id", ParameterKind.Text, InPath: true), new("t", ParameterKind.Text)]));
        request.Add("id", "a/../b~%");
        request.Add("t", "~ {\"币\"}%2F'/../+");
        var built = client.Preview(request).Url;

        await client.SendNothingAsync(request);

        Assert.Equal(
            "GET /v1/a%2F..%2Fb~%25/x?t=~%20%7B%22%E5%B8%81%22%7D%252F%27%2F..%2F%2B HTTP/1.1", _heads[0].Split("\r\n")[0]);
        Assert.EndsWith(_heads[0].Split(' ')[1], built, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", ParameterPlace.Query)]
    [InlineData("DELETE", ParameterPlace.Query)]
    [InlineData("PUT", ParameterPlace.Form)]
    public async Task What_must_not_be_sent_twice_arrives_once_when_a_pooled_connection_dies(string method, ParameterPlace place)
    {
        using var client = Client();
        await client.SendNothingAsync(client.Create(Venue.Endpoint()));
        _answers = 0;

        var error = await Assert.ThrowsAsync<ExchangeException>(async () => await client.SendNothingAsync(
            client.Create(Venue.Endpoint(method: method, place: place, repeatable: false))));

        Assert.Equal(ErrorClass.UnknownOutcome, error.Class);
        Assert.Equal(2, _heads.Count);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _handler.Dispose();
        _stop.Dispose();
    }

    private RestClient Client()
    {
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        var catalogue = new ProductCatalogue
        {
            Exchange = "Test",
            Product = "spot",
            Id = "test-spot",
            SpecHash = "0",
            Environments = [new("live", new Dictionary<string, string> { ["rest"] = $"http://127.0.0.1:{port}" }, [])],
            Rest = new RestShape(),
            Errors = new ErrorTable(),
            Endpoints = [],
        };
        return new RestClient(
            catalogue, catalogue.Environments[0], new RestOptions(), _handler, TimeProvider.System, null,
            new RateLimiter([], TimeProvider.System), new SymbolTable());
    }

    /// <summary>One connection at a time: notes every head, and answers or hangs up.</summary>
    private async Task ServeAsync(CancellationToken stop)
    {
        var buffer = new byte[4_096];
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(stop);
                int read;
                while ((read = await socket.ReceiveAsync(buffer, SocketFlags.None, stop)) > 0)
                {
                    _heads.Add(Encoding.ASCII.GetString(buffer, 0, read));
                    if (_answers-- <= 0)
                    {
                        break;
                    }

                    await socket.SendAsync(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), SocketFlags.None, stop);
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
