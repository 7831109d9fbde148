using System.Net;
using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Security;
using Adapters.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Rest;

/// <summary>A client over a venue that answers from a script and remembers what it was asked.</summary>
internal sealed class Venue : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    internal Venue(
        RestOptions? options = null, Credentials? credentials = null, IRequestSigner? signer = null, ILogger? logger = null,
        string listForm = "json", string environment = "live")
    {
        // Under xunit's context continuations would hop to the pool, and the clock could run ahead of the client.
        SynchronizationContext.SetSynchronizationContext(null);
        Catalogue = Make(listForm);
        Limiter = new RateLimiter(Catalogue.Limits, Time, new RateLimiterOptions { ReservedShare = 0 });
        Client = new RestClient(
            Catalogue, Catalogue.Environment(environment), options ?? new RestOptions { Random = new Random(7) }, this, Time,
            logger, Limiter, new SymbolTable(), credentials, signer);
    }

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero));

    internal ProductCatalogue Catalogue { get; }

    internal RateLimiter Limiter { get; }

    internal RestClient Client { get; }

    internal List<string> Lines { get; } = [];

    internal List<string> Bodies { get; } = [];

    internal List<HttpRequestMessage> Requests { get; } = [];

    internal List<DateTimeOffset> Moments { get; } = [];

    internal static EndpointInfo Endpoint(
        string path = "/api/v3/thing", string method = "GET", ParameterPlace place = ParameterPlace.Query, bool repeatable = true,
        string? auth = null, WeightRule? weight = null, IReadOnlyList<ParameterNeed>? needs = null,
        params ParameterInfo[] parameters) => new()
        {
            Name = "Thing",
            Method = method,
            Path = path,
            Place = place,
            IsRepeatable = repeatable,
            Auth = auth,
            Parameters = parameters,
            Needs = needs ?? [],
            Weight = weight ?? WeightRule.One,
        };

    /// <summary>An order, which draws from a limit of its own besides.</summary>
    internal static EndpointInfo Counting(string limit) => new()
    {
        Name = "Thing",
        Method = "POST",
        Path = "/api/v3/thing",
        Place = ParameterPlace.Form,
        Counts = [new(limit, 1)],
    };

    internal Venue Answers(
        int status, string body, params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
            };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return Task.FromResult(response);
        });
        return this;
    }

    internal Venue Fails(Exception error)
    {
        _answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(error));
        return this;
    }

    internal Venue IsSilent()
    {
        _answers.Enqueue(async cancellationToken =>
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            return await never.Task.WaitAsync(cancellationToken);
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Lines.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Bodies.Add(request.Content is null ? "-" : await request.Content.ReadAsStringAsync(cancellationToken));
        Moments.Add(Time.GetUtcNow());
        return await _answers.Dequeue()(cancellationToken);
    }

    private static ProductCatalogue Make(string listForm) => new()
    {
        Exchange = "Test",
        Product = "spot",
        Id = "test-spot",
        SpecHash = "0",
        Environments =
        [
            new("live", new Dictionary<string, string> { ["rest"] = "https://api.test" }, []),
            new("data", new Dictionary<string, string> { ["rest"] = "https://data.test/" }, ["signed", "Thing"]),
        ],
        Rest = new RestShape
        {
            ListForm = listForm,
            Failure = new FrameTemplate("""{"code":"$code","msg":"$message","data?":"$data"}"""),
        },
        Auth =
        [
            new() { Name = "key", Headers = [new("X-KEY", "$key")] },
            new()
            {
                Name = "signed",
                Headers = [new("X-KEY", "$key")],
                Adds = [new("recvWindow", "$recvWindow"), new("timestamp", "$now"), new("signature", "$signature")],
            },
        ],
        Limits =
        [
            new("weight", "ip", LimitKind.Weight, "X-USED-{window}", new LimitWindow("1m", TimeSpan.FromMinutes(1), 100)),
            new("requests", "ip", LimitKind.Requests, null, new LimitWindow("5m", TimeSpan.FromMinutes(5), 1_000)),
            new("orders", "account", LimitKind.Orders, null, new LimitWindow("10s", TimeSpan.FromSeconds(10), 50)),
        ],
        Errors = new ErrorTable(
            new ErrorRule(ErrorClass.Banned, Http: "418"),
            new ErrorRule(ErrorClass.RateLimited, Http: "429"),
            new ErrorRule(ErrorClass.UnknownOutcome, Http: "5xx"),
            new ErrorRule(ErrorClass.RateLimited, From: -1003),
            new ErrorRule(ErrorClass.Busy, From: -1001),
            new ErrorRule(ErrorClass.ClockSkew, From: -1021),
            new ErrorRule(ErrorClass.UnknownSymbol, From: -1121)),
        Endpoints =
        [
            new EndpointInfo
            {
                Name = "GetTime",
                Method = "GET",
                Path = "/api/v3/time",
                IsRepeatable = true,
                Decode = Decoders.One<ClockAnswer>("GET /api/v3/time"),
            },
        ],
        Clock = "GetTime",
        ReadClock = static value => ((ClockAnswer)value).ServerTime,
    };

    internal struct ClockAnswer : IWire<ClockAnswer>, IWireValue
    {
        private static readonly FieldTable Fields = new("serverTime");

        internal Timestamp ServerTime { get; private set; }

        public static void Read(scoped ref WireReader r, out ClockAnswer value)
        {
            value = default;
            ulong seen = 0;
            r.BeginObject();
            while (r.NextField(Fields, ref seen, out var field))
            {
                if (field == 0)
                {
                    value.ServerTime = r.TimeMs();
                }
                else
                {
                    r.SkipUnknown();
                }
            }

            r.Require(Fields, seen, 1);
        }

        public readonly void WriteTo(WireWriter w) => w.Field("serverTime", ServerTime);
    }
}
