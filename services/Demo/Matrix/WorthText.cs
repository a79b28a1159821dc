using System.Globalization;
using System.Text;

namespace MonitoringDemo.Demo.Matrix;

/// <summary>What the fleet and a schedule were worth beside doing nothing, as a Markdown table: a line a scenario, the mean over its seeds.</summary>
internal static class WorthText
{
    public static string Write(IReadOnlyList<MatrixCell> cells, Prices prices)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"\nBeside doing nothing, a run of each on average; a right answer is worth {prices.RightAnswer:0.####} and a training run costs {prices.Training:0.####}. The schedule trains every {ScheduledTwin.Every:N0} songs on the newest {ScheduledTwin.Window:N0} with an outcome.\n\n"));
        text.Append("| scenario | fleet: right answers | trainings | worth | schedule: right answers | trainings | worth |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var scenario in cells.GroupBy(cell => cell.Manifest.Id)) text.Append(Line(scenario.Key, [.. scenario], prices));
        return text.Append(Line("all", cells, prices)).ToString();
    }

    private static string Line(string name, IReadOnlyList<MatrixCell> cells, Prices prices)
    {
        // The first model is everybody's.
        var (fleet, trainings) = (cells.Average(RightOfFleet), cells.Average(cell => cell.Trainings) - 1);
        var (schedule, scheduled) = (cells.Average(cell => cell.Schedule!.Value.Right - RightOfTwin(cell)), cells.Average(cell => cell.Schedule!.Value.Trainings) - 1);
        return Invariant($"| `{name}` | {fleet:+#,0;-#,0;0} | {trainings:0.#} | {prices.Of(fleet, trainings):+0.00;-0.00;0.00} | {schedule:+#,0;-#,0;0} | {scheduled:0.#} | {prices.Of(schedule, scheduled):+0.00;-0.00;0.00} |\n");
    }

    private static double RightOfFleet(MatrixCell cell) => cell.GainedOverStatic / 100 * RowsOf(cell);

    private static double RightOfTwin(MatrixCell cell) => cell.StaticAccuracy * RowsOf(cell);

    private static long RowsOf(MatrixCell cell) => cell.Manifest.Songs - cell.Manifest.Onset;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
