using System.CommandLine;
using MonitoringDemo.DetectionQuality.Budget;
using MonitoringDemo.DetectionQuality.Quality;
using MonitoringDemo.DetectionQuality.Speed;
using MonitoringDemo.DetectionQuality.Windows;
using MonitoringDemo.DetectionQuality.Yardstick;

namespace MonitoringDemo.DetectionQuality;

/// <summary>The command line, one file per command. 0 = done, 1 = fail, 2 = cannot be used, told in one line.</summary>
internal static class BenchmarkCommandLine
{
    private const int Unusable = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("How well and how fast the drift library detects: every number of docs/drift.md.")
        {
            DetectionQualityCommand.Create(output),
            YardstickCommand.Create(output),
            WindowsCommand.Create(output),
            BudgetCommand.Create(output),
            SpeedCommand.Create(output),
        };
        // Without a command it is the table of detectors.
        var isBare = args.Count == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        var parsed = root.Parse(isBare ? ["detection-quality", .. args] : args);
        if (parsed.Errors.Count > 0 && parsed.Action?.ClearsParseErrors != true)
        {
            await error.WriteLineAsync($"{parsed.Errors[0].Message} See --help.");
            return Unusable;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (UnusableInputException e)
        {
            await error.WriteLineAsync(e.Message);
            return Unusable;
        }
    }
}
