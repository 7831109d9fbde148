using System.Globalization;
using System.Net;
using System.Text;
using Adapters.Cli.Output;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Cli.Tests.Harness;

/// <summary>The tool against a venue that answers with what the test says: nothing leaves this process. The secret must
/// stand nowhere, neither in what was printed nor in what was sent, whatever happens.</summary>
internal sealed class LiveRun : IDisposable
{
    public const string Key = "TheKeyOfTheTests";
    public const string Secret = "TheSecretOfTheTestsThatNobodyMaySee";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero));
    private readonly Venue _venue;

    public LiveRun()
    {
        _venue = new Venue(_clock);
        Answers["GET /api/v3/exchangeInfo"] = Sample("GetExchangeInfo");
    }

    /// <summary>Answers by method and path.</summary>
    public Dictionary<string, string> Answers => _venue.Answers;

    /// <summary>Refusals by method and path: status and body. A status of 0 breaks the connection.</summary>
    public Dictionary<string, (int Status, string Body)> Failures => _venue.Failures;

    public Dictionary<string, string> Variables { get; init; } =
        new() { ["BINANCE_API_KEY"] = Key, ["BINANCE_SECRET"] = Secret };

    /// <summary>A person sits before it.</summary>
    public bool HasTerminal { get; init; }

    /// <summary>Where results go; into the run without it.</summary>
    public TextWriter? Out { get; init; }

    /// <summary>What the person types.</summary>
    public string Input { get; init; } = "";

    /// <summary>What was sent but public questions: method and path, and parameters.</summary>
    public IReadOnlyList<(string Call, string Parameters)> Sent => _venue.Sent;

    public static string Sample(string name) => File.ReadAllText(Repository.Sample($"{name}.json"));

    public async Task<ToolRun> OfAsync(params string[] args)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var running = ToolRun.OfAsync(
            new ToolSetup
            {
                HttpHandler = _venue,
                Variables = Variables,
                Input = Input,
                Out = Out,
                Time = _clock,
                Terminal = Terminal.None with { IsInput = HasTerminal },
            },
            args);
        var started = TimeProvider.System.GetTimestamp();
        if (HasTerminal)
        {
            await running.WaitAsync(Patience); // a person is read on another thread; time moving meanwhile would end calls
        }

        while (!running.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"'{string.Join(' ', args)}' does not end.");
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        var run = await running;
        Assert.DoesNotContain(Secret, run.Out + run.Error + string.Concat(Sent), StringComparison.Ordinal);
        return run;
    }

    public void Dispose() => _venue.Dispose();

    private sealed class Venue(TimeProvider clock) : HttpMessageHandler
    {
        private readonly List<(string Call, string Parameters)> _sent = [];

        public Dictionary<string, string> Answers { get; } = [];

        public Dictionary<string, (int Status, string Body)> Failures { get; } = [];

        public IReadOnlyList<(string Call, string Parameters)> Sent => _sent;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var call = $"{request.Method} {request.RequestUri!.AbsolutePath}";
            var query = request.RequestUri.Query.TrimStart('?');
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            if (request.Headers.Contains("X-MBX-APIKEY"))
            {
                _sent.Add((call, body.Length > 0 ? body : query));
            }

            if (call == "GET /api/v3/time")
            {
                return Answer(200, string.Create(
                    CultureInfo.InvariantCulture, $$"""{"serverTime":{{clock.GetUtcNow().ToUnixTimeMilliseconds()}}}"""));
            }

            return !Failures.TryGetValue(call, out var failure) ? Answer(200, Answers[call])
                : failure.Status > 0 ? Answer(failure.Status, failure.Body)
                : throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection ended without an answer.");
        }

        private static HttpResponseMessage Answer(int status, string body) =>
            new((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
    }
}
