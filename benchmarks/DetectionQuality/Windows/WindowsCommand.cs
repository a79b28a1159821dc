using System.CommandLine;
using System.Globalization;
using System.Text;

namespace MonitoringDemo.DetectionQuality.Windows;

internal static class WindowsCommand
{
    public static Command Create(TextWriter output)
    {
        var repetitions = BenchmarkOptions.AtLeast(1, new Option<int>("--repetitions") { Description = "Windows per size and shift.", HelpName = "N", DefaultValueFactory = _ => 2_000 });
        var reference = BenchmarkOptions.Reference();
        var write = BenchmarkOptions.Write();
        var command = new Command("windows", "How often rules for windows flag undrifted and drifted ones.") { repetitions, reference, write };
        command.SetAction(parsed =>
        {
            var cases = WindowCase.Read(parsed.GetRequiredValue(reference));
            Document.Publish("windows", Tables(cases, parsed.GetValue(repetitions)), parsed.GetValue(write), output);
            return 0;
        });
        return command;
    }

    private static string Tables(IReadOnlyList<WindowCase> cases, int repetitions)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Windows flagged, %: ours of {repetitions:N0}, in brackets the references'.");
        foreach (var shift in cases.GroupBy(each => each.Shift).OrderBy(group => group.Key))
        {
            text.AppendLine().AppendLine(shift.Key == 0 ? "**Nothing moved: false alarms**" : string.Create(CultureInfo.InvariantCulture, $"**The mean moved by {shift.Key} sd: power**"));
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"| window, reference | {string.Join(" | ", WindowRule.All.Select(rule => rule.Label))} |");
            text.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(Enumerable.Repeat("---:|", WindowRule.All.Count))}");
            foreach (var each in shift)
            {
                var cells = each.Play(repetitions).Zip(WindowRule.All, (ours, rule) => string.Create(CultureInfo.InvariantCulture, $"{ours:0.#} ({Theirs(each, rule)})"));
                text.AppendLine(CultureInfo.InvariantCulture, $"| {each.Current:N0}, {each.Reference:N0} | {string.Join(" | ", cells)} |");
            }
        }

        return text.ToString();
    }

    private static string Theirs(WindowCase each, WindowRule rule) =>
        each.Theirs.TryGetValue(rule.Reference, out var value) ? value.ToString("0.#", CultureInfo.InvariantCulture) : "–";
}
