using System.CommandLine;
using System.Globalization;
using System.Text;

namespace MonitoringDemo.DetectionQuality.Speed;

internal static class SpeedCommand
{
    public static Command Create(TextWriter output)
    {
        var values = BenchmarkOptions.AtLeast(10_000, new Option<int>("--values") { Description = "Values that each detector takes between the two looks at its memory.", HelpName = "N", DefaultValueFactory = _ => 100_000_000 });
        var rows = BenchmarkOptions.AtLeast(1, new Option<int>("--rows") { Description = "The same for the monitor, in rows.", HelpName = "N", DefaultValueFactory = _ => 1_000_000 });
        var write = BenchmarkOptions.Write();
        var command = new Command("speed", "Updates a second, allocations and memory, on one core.") { values, rows, write };
        command.SetAction(parsed =>
        {
            Document.Publish("speed", Table(parsed.GetValue(values), parsed.GetValue(rows)), parsed.GetValue(write), output);
            return 0;
        });
        return command;
    }

    private static string Table(int values, int rows)
    {
        var calibration = Calibration.Measure();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Calibration loop: {calibration / 1e6:0.0} million steps a second. One core, median of 5.");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"| one after the other | million a second | calibration steps each | bytes allocated each | state after 10,000, bytes | state after {values:N0} |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var each in DetectorSpeed.All(values))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {each.Label} | {each.UpdatesPerSecond / 1e6:0.0} | {calibration / each.UpdatesPerSecond:0.0} | {each.AllocatedPerUpdate:0.###} | {each.StateAtFirst:N0} | {each.StateAtLast:N0} |");
        var (rate, allocated, atFirst, atLast) = MonitorSpeed.Measure(rows);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"| the monitor, 20 features and outcomes | million rows a second | calibration steps each | bytes allocated each | state after 200,000 rows, bytes | state after {rows + 200_000:N0} |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| all checks | {rate / 1e6:0.000} | {calibration / rate:0.0} | {allocated:0.###} | {atFirst:N0} | {atLast:N0} |");
        return text.ToString();
    }
}
