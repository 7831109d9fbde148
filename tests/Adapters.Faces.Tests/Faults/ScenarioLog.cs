using Microsoft.Extensions.Logging;

namespace Adapters.Faces.Tests.Faults;

/// <summary>What happened in a scenario, line by line. Silent unless somebody will read it.</summary>
internal sealed class ScenarioLog(VirtualClock clock, bool isOn) : ILoggerFactory, ILogger
{
    private readonly List<string> _lines = [];

    public bool IsOn => isOn;

    public void Add(string line)
    {
        if (isOn)
        {
            _lines.Add($"{clock.GetUtcNow():mm:ss.fff} {line}");
        }
    }

    public override string ToString() => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => isOn && logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Add("  adapter: " + formatter(state, exception));
        }
    }
}
