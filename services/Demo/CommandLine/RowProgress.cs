using System.Globalization;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>Shows how far a long run is: a bar on a terminal, a line per tenth otherwise.</summary>
internal static class RowProgress
{
    private const int Parts = 10;

    public static Task<T> ShowAsync<T>(TextWriter output, string what, long rows, Func<Action<long>, Task<T>> work) =>
        Screen.IsTerminal(output)
            ? BarAsync(output, what, rows, work)
            : work(Lines(output, what, rows));

    private static Task<T> BarAsync<T>(TextWriter output, string what, long rows, Func<Action<long>, Task<T>> work) =>
        Screen.On(output).Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(Markup.Escape(what), maxValue: rows);
                return work(row => bar.Value = row);
            });

    private static Action<long> Lines(TextWriter output, string what, long rows)
    {
        var told = 0L;
        return row =>
        {
            var part = row * Parts / Math.Max(1, rows);
            if (part <= told)
                return;
            told = part;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {row:N0} of {rows:N0} rows"));
        };
    }
}
