using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Adapters.Binance.Tests.Signing;

/// <summary>Everybody who can listen to a process, all ears.</summary>
internal sealed class Listeners : EventListener, ILoggerFactory, ILogger, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    // A base constructor already hears of sources, before any field of this class is there.
    private static readonly ConcurrentQueue<string> Heard = new();

    [ThreadStatic]
    private static bool _isWriting;

    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;
    private readonly IDisposable _diagnostics;

    public Listeners()
    {
        Heard.Clear();
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = static activity =>
            {
                Note("activity", activity.DisplayName, activity.StatusDescription);
                foreach (var tag in activity.TagObjects)
                {
                    Note("tag", tag.Key, tag.Value);
                }

                foreach (var item in activity.Events)
                {
                    Note("activity event", item.Name, string.Join(' ', item.Tags));
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener { InstrumentPublished = static (meter, listener) => listener.EnableMeasurementEvents(meter) };
        _meters.SetMeasurementEventCallback<double>(static (meter, value, tags, _) => Measure(meter, value, tags));
        _meters.SetMeasurementEventCallback<long>(static (meter, value, tags, _) => Measure(meter, value, tags));
        _meters.SetMeasurementEventCallback<int>(static (meter, value, tags, _) => Measure(meter, value, tags));
        _meters.Start();
        _diagnostics = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public static string All => string.Join('\n', Heard);

    public static void Note(params object?[] what) => Heard.Enqueue(string.Join(' ', what));

    public override void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        _diagnostics.Dispose();
        base.Dispose();
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Note("log", logLevel, formatter(state, exception), exception);
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            Note("values", string.Join(' ', values));
        }
    }

    public void OnNext(DiagnosticListener value) => value.Subscribe(this);

    public void OnNext(KeyValuePair<string, object?> value) => Note("diagnostic", value.Key, value.Value);

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // Those that copy what is heard here would hear themselves; the runtime's own tell of no request.
        if (eventSource.Name is not ("Microsoft-Diagnostics-DiagnosticSource" or "System.Diagnostics.Metrics" or "Microsoft-Windows-DotNETRuntime"
            or "Microsoft-Extensions-Logging"))
        {
            EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // Writing it down makes events of its own. The runtime's private dump of buffers is the wire itself, as a packet
        // capture would show it before encryption: whoever turns that on sees all that is sent, and nobody can help it.
        if (_isWriting || eventData is { EventName: "DumpBuffer" })
        {
            return;
        }

        _isWriting = true;
        Note(
            "event", eventData.EventSource.Name, eventData.EventName, eventData.Message,
            string.Join(' ', (eventData.Payload ?? new([])).Select(Text)));
        _isWriting = false;
    }

    private static string Text(object? value) => value is byte[] bytes ? System.Text.Encoding.ASCII.GetString(bytes) : $"{value}";

    private static void Measure<T>(Instrument meter, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Note("measurement", meter.Name, string.Create(CultureInfo.InvariantCulture, $"{value}"), string.Join(' ', tags.ToArray()));
}
