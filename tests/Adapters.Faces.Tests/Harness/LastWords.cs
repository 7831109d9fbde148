using Microsoft.Extensions.Logging;

namespace Adapters.Faces.Tests.Harness;

/// <summary>Keeps the last lines that an adapter logged, for a test that fails.</summary>
internal sealed class LastWords(TimeProvider clock) : ILoggerFactory, ILogger
{
    private const int Most = 40;

    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(string.Create(null, $"{clock.GetUtcNow():HH:mm:ss.fff} {line}"));
            if (_lines.Count > Most)
            {
                _lines.Dequeue();
            }
        }
    }

    public override string ToString()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => Add(formatter(state, exception));
}
