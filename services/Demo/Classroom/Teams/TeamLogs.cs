namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>Leads the log of a team's fleet to that of the classroom, under the team's name: one console and one thread for all.</summary>
internal sealed class TeamLogs(string team, ILoggerFactory classroom) : ILoggerProvider
{
    private const string Bus = "MassTransit";

    private volatile bool _isEnding;

    /// <summary>Whether the fleet is being stopped: the bus then complains of every message that it is not to deliver any more.</summary>
    public bool IsEnding
    {
        get => _isEnding;
        set => _isEnding = value;
    }

    public ILogger CreateLogger(string categoryName)
    {
        var logger = classroom.CreateLogger($"MonitoringDemo.{team}/{categoryName[(categoryName.LastIndexOf('.') + 1)..]}");
        return categoryName.StartsWith(Bus, StringComparison.Ordinal) ? new UntilTheEnd(this, logger) : logger;
    }

    public void Dispose()
    {
    }

    private sealed class UntilTheEnd(TeamLogs logs, ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => !logs.IsEnding && logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
