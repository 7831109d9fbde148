using System.Net;
using System.Text;

namespace Adapters.Faces.Tests.Faults;

/// <summary>Carries calls to a venue, each a while under way and now and then not well.</summary>
internal sealed class FaultyCalls(Network network, HttpMessageHandler venue) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _venue = new(venue, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new Call(network, _venue, Copy(request));
        return call.StartAsync(cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _venue.Dispose();
        base.Dispose(disposing);
    }

    // Whoever sent it lets go of it when he gives up; what is on its way goes on.
    private static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var header in request.Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value.ToString());
        }

        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(content.ReadAsByteArrayAsync().GetAwaiter().GetResult());
        }

        return copy;
    }

    private sealed class Call(Network network, HttpMessageInvoker venue, HttpRequestMessage request)
    {
        private readonly TaskCompletionSource<HttpResponseMessage> _done = new();
        private readonly string _title = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        private WireFault _fault;
        private bool _isGivenUp;

        public Task<HttpResponseMessage> StartAsync(CancellationToken cancellationToken)
        {
            _fault = network.NextCall();
            Note(_fault == WireFault.None ? "sent" : $"sent, {_fault}");
            cancellationToken.UnsafeRegister(_ => GiveUp(cancellationToken), null);
            switch (_fault)
            {
                case WireFault.Refused:
                    network.Post(network.Latency(), () => Fail(HttpRequestError.ConnectionError));
                    break;
                case WireFault.CutSending:
                    network.Post(network.Latency(), () => Fail(HttpRequestError.Unknown));
                    break;
                default:
                    network.Post(_fault == WireFault.LateRequest ? network.Long() : network.Latency(), Arrive);
                    break;
            }

            return _done.Task;
        }

        private void GiveUp(CancellationToken cancellationToken)
        {
            if (_done.TrySetCanceled(cancellationToken))
            {
                Note("given up");
                _isGivenUp = true;
            }
        }

        private void Arrive()
        {
            if (_isGivenUp && network.Chance(0.3))
            {
                Note("ended on its way");
                return;
            }

            var (fault, unknown) = (_fault, _fault == WireFault.UnknownCode ? network.UnknownFailure() : null);
            if (unknown is not null && network.Chance(0.5))
            {
                Note("not executed: " + unknown);
                network.Post(network.Latency(), () => Answer(Failure(unknown)));
                return;
            }

            if (network.SendsOrdersTwice && request.Method == HttpMethod.Post)
            {
                _ = venue.SendAsync(Copy(request), CancellationToken.None);
            }

            var answering = venue.SendAsync(request, CancellationToken.None);
            if (!answering.IsCompleted)
            {
                Note("never answered");
                return;
            }

            if (answering.IsFaulted || fault == WireFault.CutBefore)
            {
                Note("executed, then cut");
                _ = answering.Exception;
                network.Post(network.Latency(), () => Fail(HttpRequestError.ResponseEnded));
                return;
            }

            var response = answering.Result;
            Note($"executed: {(int)response.StatusCode}");
            if (unknown is not null)
            {
                response = Failure(unknown);
            }
            else if (fault == WireFault.CutInside)
            {
                response.Content = new StreamContent(new CutStream(response.Content.ReadAsStream(), network.Next(60)));
            }

            network.Post(fault == WireFault.LateAnswer ? network.Long() : network.Latency(), () => Answer(response));
        }

        private static HttpResponseMessage Failure(string body) => new(HttpStatusCode.BadRequest)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };

        private void Answer(HttpResponseMessage response)
        {
            network.OnDelivered();
            Note(_isGivenUp ? "answered too late" : "answered");
            _done.TrySetResult(response);
        }

        private void Fail(HttpRequestError error)
        {
            Note("failed");
            _done.TrySetException(new HttpRequestException(error, "The connection is gone."));
        }

        private void Note(string what)
        {
            if (network.Log.IsOn)
            {
                var query = request.RequestUri!.Query;
                var of = query.Length > 0 ? query : request.Content?.ReadAsStringAsync().GetAwaiter().GetResult() ?? "";
                var id = of.Split('&', '?').FirstOrDefault(part => part.Contains("rderId=", StringComparison.Ordinal));
                network.Log.Add($"  {_title} {id}: {what}");
            }
        }
    }

    /// <summary>Breaks after some bytes.</summary>
    private sealed class CutStream(Stream inner, int length) : MemoryStream(Beginning(inner, length))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = Read(buffer.Span);
            return read > 0 || buffer.Length == 0
                ? ValueTask.FromResult(read)
                : ValueTask.FromException<int>(new HttpIOException(HttpRequestError.ResponseEnded, "The answer ended early."));
        }

        private static byte[] Beginning(Stream inner, int length)
        {
            using (inner)
            {
                var bytes = new byte[length];
                return bytes[..inner.ReadAtLeast(bytes, length, throwOnEndOfStream: false)];
            }
        }
    }
}
