using Microsoft.Extensions.Logging;
using MonitoringDemo.Traffic.Live;

namespace MonitoringDemo.Traffic.Tests.Live;

/// <summary>Keeps what the pump logged.</summary>
internal sealed class CollectedLog : ILogger<TrafficPump>
{
    public List<string> Warnings { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
            Warnings.Add(formatter(state, exception));
    }
}
