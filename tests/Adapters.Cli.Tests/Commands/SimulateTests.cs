using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>The simulated exchange on real ports of this machine.</summary>
public sealed class SimulateTests
{
    [Fact]
    public async Task One_line_tells_a_program_where_it_is_and_it_answers_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var output = new LineWriter();
        var host = new ToolHost { Out = output, Error = TextWriter.Null, Input = Stream.Null };
        var running = Tool.RunAsync(["simulate", "binance", "--seed", "7", "--json"], host, stop.Token);

        var line = JsonDocument.Parse(await output.First).RootElement;
        var rest = line.GetProperty("rest").GetString()!;
        using var client = new HttpClient();
        Assert.Equal("{}", await client.GetStringAsync(new Uri(rest + "/api/v3/ping")));
        Assert.StartsWith("ws://127.0.0.1:", line.GetProperty("ws").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("", line.GetProperty("key").GetString());
        Assert.NotEqual("", line.GetProperty("secret").GetString());
        Assert.False(running.IsCompleted);

        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Holder_of_a_public_key_gets_a_key_and_is_let_in()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, rsa.ExportSubjectPublicKeyInfoPem());
        using var stop = new CancellationTokenSource();
        using var output = new LineWriter();
        var host = new ToolHost { Out = output, Error = TextWriter.Null, Input = Stream.Null };
        var running = Tool.RunAsync(["simulate", "binance", "--public-key", file, "--json"], host, stop.Token);
        try
        {
            var line = JsonDocument.Parse(await output.First).RootElement;
            var told = Assert.Single(line.GetProperty("publicKeys").EnumerateArray());
            Assert.Equal(file, told.GetProperty("file").GetString());

            var query = $"timestamp={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";
            var signature = Convert.ToBase64String(rsa.SignData(
                Encoding.UTF8.GetBytes(query),
                System.Security.Cryptography.HashAlgorithmName.SHA256,
                System.Security.Cryptography.RSASignaturePadding.Pkcs1));
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("X-MBX-APIKEY", told.GetProperty("key").GetString());
            using var answer = await client.GetAsync(new Uri(
                $"{line.GetProperty("rest").GetString()}/api/v3/account?{query}&signature={Uri.EscapeDataString(signature)}"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        finally
        {
            await stop.CancelAsync();
            Assert.Equal(0, await running);
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Tool_itself_uses_one_that_runs()
    {
        using var stop = new CancellationTokenSource();
        using var output = new LineWriter();
        var host = new ToolHost { Out = output, Error = TextWriter.Null, Input = Stream.Null };
        var running = Tool.RunAsync(["simulate", "binance", "--json"], host, stop.Token);
        try
        {
            var line = JsonDocument.Parse(await output.First).RootElement;
            string Text(string name) => line.GetProperty(name).GetString()!;
            var keys = new ToolSetup { Variables = new() { ["BINANCE_API_KEY"] = Text("key"), ["BINANCE_SECRET"] = Text("secret") } };

            var ticker = await ToolRun.OfAsync("ticker", "binance", "BTC/USDT", "--env", Text("rest"), "--json");
            var buy = await ToolRun.OfAsync(keys, "buy", "binance", "BTC/USDT", "0.001", "--price", "20000", "--env", Text("rest"), "--json");
            var orders = await ToolRun.OfAsync(keys, "orders", "binance", "--env", Text("rest") + "/", "--json");
            var keyless = await ToolRun.OfAsync("orders", "binance", "--env", Text("rest"));
            var request = await ToolRun.OfAsync("request", "binance", "GET /api/v3/time", "--env", Text("rest"));

            Assert.Equal("BTC/USDT", ticker.Json.GetProperty("symbol").GetString());
            Assert.Equal((0, 0, 2), (buy.Code, orders.Code, keyless.Code));
            Assert.Equal(buy.Json.GetProperty("id").GetString(), orders.Json.GetProperty("id").GetString());
            Assert.Contains("Set BINANCE_API_KEY", keyless.Error, StringComparison.Ordinal);
            Assert.Equal($"GET {Text("rest")}/api/v3/time", request.Lines[0]);
        }
        finally
        {
            await stop.CancelAsync();
            Assert.Equal(0, await running);
        }
    }

    [Theory]
    [InlineData("http://192.0.2.1:5001")]
    [InlineData("http://venue.example")]
    [InlineData("http://user@127.0.0.1:5001")]
    [InlineData("http://127.0.0.1:5001/api")]
    public async Task Keys_go_to_no_other_machine(string address)
    {
        var run = await ToolRun.OfAsync("balance", "binance", "--env", address);

        Assert.Equal(2, run.Code);
        Assert.Contains("of a simulated exchange on this machine alone", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_at_an_address_is_a_failure()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        var run = await ToolRun.OfAsync("ticker", "binance", "BTC/USDT", "--env", $"http://127.0.0.1:{port}");

        Assert.Equal(1, run.Code);
        Assert.Contains($"127.0.0.1:{port}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_key_that_is_none_is_wrong_usage()
    {
        var missing = await ToolRun.OfAsync("simulate", "binance", "--public-key", "/nowhere/mine.pem");
        Assert.Equal(2, missing.Code);
        Assert.Contains("--public-key /nowhere/mine.pem: the file cannot be read.", missing.Error, StringComparison.Ordinal);

        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "no key");
        var wrong = await ToolRun.OfAsync("simulate", "binance", "--public-key", file);
        File.Delete(file);
        Assert.Equal(2, wrong.Code);
        Assert.Contains("holds no RSA or Ed25519 public key", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_that_is_taken_is_a_failure()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await ToolRun.OfAsync("simulate", "binance", "--port", $"{port}");

        Assert.Equal(1, run.Code);
        Assert.Contains($"Port {port} of 127.0.0.1 cannot be used", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port takes 0 to 65535, not '65536'.", "--port", "65536")]
    [InlineData("--port", "--port", "x")]
    public async Task Wrong_usage_is_named(string sentence, params string[] more)
    {
        var run = await ToolRun.OfAsync(["simulate", "binance", .. more]);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embedded_exchange_answers_over_a_socket()
    {
        var run = await ToolRun.OfAsync("ticker", "binance", "BTC/USDT", "--simulated", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal("BTC/USDT", run.Json.GetProperty("symbol").GetString());
    }

    /// <summary>Gives the first line as soon as it is written.</summary>
    private sealed class LineWriter : TextWriter
    {
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> First => _first.Task;

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => _first.TrySetResult(value ?? "");
    }
}
