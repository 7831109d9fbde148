using System.Net;
using System.Text;

namespace Adapters.Binance.Tests.Trading;

/// <summary>Answers by method and path, and keeps what was sent.</summary>
internal sealed class Recorder : HttpMessageHandler
{
    private readonly List<(string Call, string Parameters)> _sent = [];

    public Dictionary<string, string> Answers { get; } = [];

    public Dictionary<string, string> Failures { get; } = [];

    public List<string> Sent(string call) => [.. _sent.Where(item => item.Call == call).Select(item => item.Parameters)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        _sent.Add((call, body.Length > 0 ? body : request.RequestUri.Query.TrimStart('?')));
        var isFailure = Failures.TryGetValue(call, out var text);
        return new HttpResponseMessage(isFailure ? HttpStatusCode.BadRequest : HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text ?? Answers[call])),
        };
    }
}
