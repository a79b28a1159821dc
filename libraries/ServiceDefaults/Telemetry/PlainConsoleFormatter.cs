using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace MonitoringDemo.ServiceDefaults.Telemetry;

/// <summary>One line per event: time, level, who, what, and the trace it belongs to.</summary>
internal sealed class PlainConsoleFormatter(TimeProvider time) : ConsoleFormatter("plain")
{
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        // The host logs why it cannot start with a stack trace; whoever runs it says the same in one line.
        if (logEntry is { Category: "Microsoft.Extensions.Hosting.Internal.Host", Exception: { } failure } && StartupFailure.Explain(failure) is not null) return;

        textWriter.Write(time.GetUtcNow().ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        textWriter.Write(LevelOf(logEntry.LogLevel));
        textWriter.Write(logEntry.Category.AsSpan(logEntry.Category.LastIndexOf('.') + 1));
        textWriter.Write(": ");
        WriteLine(textWriter, logEntry.Formatter(logEntry.State, logEntry.Exception));
        if (logEntry.Exception is { } exception)
        {
            textWriter.Write(" | ");
            WriteLine(textWriter, exception.ToString());
        }

        if (Activity.Current is { } activity)
        {
            textWriter.Write(" trace=");
            textWriter.Write(activity.TraceId.ToHexString());
        }

        textWriter.Write('\n');
    }

    private static void WriteLine(TextWriter writer, string text) =>
        writer.Write(text.Contains('\n') ? text.ReplaceLineEndings(" ⏎ ") : text);

    private static string LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace => " trace ",
        LogLevel.Debug => " debug ",
        LogLevel.Information => " info  ",
        LogLevel.Warning => " warn  ",
        LogLevel.Error => " error ",
        _ => " FATAL ",
    };
}
