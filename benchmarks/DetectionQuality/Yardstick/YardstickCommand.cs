using System.CommandLine;
using System.Globalization;
using System.Text;
using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Yardstick;

internal static class YardstickCommand
{
    public static Command Create(TextWriter output)
    {
        var runs = BenchmarkOptions.AtLeast(2, new Option<int>("--runs") { Description = "Runs to a false alarm that check each threshold.", HelpName = "N", DefaultValueFactory = _ => 200 });
        var repetitions = BenchmarkOptions.AtLeast(1, new Option<int>("--repetitions") { Description = "Streams per scenario.", HelpName = "N", DefaultValueFactory = _ => 100 });
        var reference = BenchmarkOptions.Reference();
        var write = BenchmarkOptions.Write();
        var command = new Command("yardstick", "Thresholds and delays of the CUSUM that knows both distributions.") { runs, repetitions, reference, write };
        command.SetAction(parsed =>
        {
            var yardsticks = ReferenceQuality.Read(parsed.GetRequiredValue(reference)).Scenarios.Select(KnowingCusum.For).OfType<KnowingCusum>();
            Document.Publish("yardstick", Table(yardsticks, parsed.GetValue(runs), parsed.GetValue(repetitions)), parsed.GetValue(write), output);
            return 0;
        });
        return command;
    }

    private static string Table(IEnumerable<KnowingCusum> yardsticks, int runs, int repetitions)
    {
        var text = new StringBuilder();
        text.AppendLine("| scenario | sides | threshold, nats | simulated run length, thousands | mean delay | median | \\|ln α\\| / KL |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var yardstick in yardsticks)
        {
            var (mean, error) = Simulate(yardstick, runs);
            var cell = yardstick.Play(repetitions);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {yardstick.Scenario.Name} | {(yardstick.Change.IsTwoSided ? 2 : 1)} | {yardstick.Threshold:0.000} | {mean / 1000:0} ± {error / 1000:0} | {cell.MeanDelay:0.0} | {cell.MedianDelay:0.#} | {yardstick.FirstOrder:0.0} |");
        }

        return text.ToString();
    }

    private static (double Mean, double Error) Simulate(KnowingCusum yardstick, int runs)
    {
        var lengths = new double[runs];
        Parallel.For(0, runs, run => lengths[run] = yardstick.RunLengthOf(90_000_000 + (ulong)run));
        var mean = lengths.Average();
        return (mean, Math.Sqrt(lengths.Sum(length => (length - mean) * (length - mean)) / (runs - 1) / runs));
    }
}
