using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Demo.Labs.Alerts;

/// <summary>Lab 08: an alert of Prometheus with its test, and a panel of Grafana, tried on what a fleet really exported.</summary>
internal sealed class AlertAndPanel : ILab
{
    private const int LatestSecondsAfterOnset = 360;
    private const double LeastFall = 0.1;

    // Every 50 songs the page is read: 100 songs a minute. Summer hits move many inputs, and harm nobody.
    private static readonly LabWorld s_fall = LabWorld.Of("taste-flip", seed: 8, onset: 4_200, songs: 6_400) with { Step = 50, ReadsMetrics = true };
    private static readonly LabWorld s_harmless = LabWorld.Of("summer-hits", seed: 8, onset: 4_000, songs: 5_800) with { Step = 50, ReadsMetrics = true };

    public int Number => 8;

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var (alert, problem) = WrittenAlert.Read(check.Work);
        problem = alert?.FirstMissing() ?? problem;
        if (!check.Step("rule", problem.Length == 0, problem.Length > 0 ? problem : $"The alert {alert!.Name} says how urgent it is, who has to act, and what is wrong.") || alert is null) return;
        var harmless = (await check.Plays.PlayAsync(s_harmless, cancellation)).Metrics;
        var fall = (await check.Plays.PlayAsync(s_fall, cancellation)).Metrics;
        var metrics = QueryNames.Metrics(alert.Query);
        var unknown = metrics.FirstOrDefault(metric => !fall.Labels.ContainsKey(metric)) ?? QueryNames.Labels(alert.Query).Except(metrics.SelectMany(metric => fall.Labels[metric])).FirstOrDefault();
        if (!check.Step("names", metrics.Count > 0 && unknown is null, metrics.Count == 0 ? $"'{alert.Query}' asks for no metric." : unknown is null ? $"The fleet exports {string.Join(", ", metrics)}." : $"No metric of the fleet, and no label of those that the rule asks for, is called '{unknown}'.")) return;
        if (Promtool.Find() is not { } promtool)
        {
            check.NotPossible($"The rule can be read and its metrics are there; whether it fires, and whether its tests pass, only promtool can tell, and it is not installed. {Promtool.HowToGet}");
            return;
        }

        var (code, said) = await promtool.CheckRulesAsync(check.Work, WrittenAlert.RulesFile, cancellation);
        if (!check.Step("rule", code == 0, code == 0 ? "promtool takes the rule." : $"promtool does not take the rule: {Line(said)}")) return;
        if (await FiresAsync(check, promtool, alert, harmless, fall, cancellation) && await TestedAsync(check, promtool, alert, cancellation)) await PanelAsync(check, promtool, fall, cancellation);
    }

    private static async Task<bool> FiresAsync(LabCheck check, Promtool promtool, WrittenAlert alert, RecordedMetrics harmless, RecordedMetrics fall, CancellationToken cancellation)
    {
        var metrics = QueryNames.Metrics(alert.Query);
        var rules = Path.Combine(check.Work, WrittenAlert.RulesFile);
        var query = $"count(ALERTS{{alertname=\"{alert.Name}\",alertstate=\"firing\"}})";
        var cried = FirstAt(await promtool.EvaluateAsync(harmless, metrics, rules, query, cancellation), 0);
        if (!check.Step("silent", cried is null, cried is null ? "Where many inputs move and the model stays right, it is silent." : $"Where loud and happy songs come in and the model stays right, it fires at song {SongAt(cried.Value):N0}: somebody is called for nothing.")) return false;
        var firing = await promtool.EvaluateAsync(fall, metrics, rules, query, cancellation);
        var (early, at) = (FirstAt(firing, 0), FirstAt(firing, LookAt(s_fall.Manifest.Onset)));
        var tooEarly = early < LookAt(s_fall.Manifest.Onset);
        if (!check.Step("silent", !tooEarly, tooEarly ? $"It fires at song {SongAt(early!.Value):N0}, while nothing happens." : $"While nothing happens, up to song {s_fall.Manifest.Onset:N0}, it is silent.")) return false;
        var seconds = (at - LookAt(s_fall.Manifest.Onset)) * RecordedMetrics.SecondsBetween;
        if (!check.Step("fires", seconds <= LatestSecondsAfterOnset, seconds is null ? "Where the taste flips and four answers of five are wrong, it never fires." : $"Where the taste flips it fires after {Minutes(seconds.Value)}{(seconds <= LatestSecondsAfterOnset ? "" : $"; {Minutes(LatestSecondsAfterOnset)} are the limit")}.")) return false;
        return check.Step("ends", double.IsNaN(firing[^1]), double.IsNaN(firing[^1]) ? "It ends when a new model has mended the fall." : "It still fires at the end, when a new model has long been right again.");
    }

    private static async Task<bool> TestedAsync(LabCheck check, Promtool promtool, WrittenAlert alert, CancellationToken cancellation)
    {
        var (fires, silent) = alert.Expectations(check.Work);
        if (!check.Step("tests", fires > 0 && silent > 0, $"{WrittenAlert.TestsFile} expects {alert.Name} {fires} times to fire and {silent} times to be silent{(fires > 0 && silent > 0 ? "." : "; both have to be tried.")}")) return false;
        var (code, said) = await promtool.TestAsync(check.Work, WrittenAlert.TestsFile, cancellation);
        if (!check.Step("tests", code == 0, code == 0 ? "promtool sees the tests pass." : $"promtool sees a test fail: {Line(said)}")) return false;
        if (!check.Step("tests-bite", alert.For.Length > 0, alert.For.Length > 0 ? $"It has to hold for {alert.For}." : $"{alert.Name} has no 'for': one bad look would wake somebody.")) return false;
        using var folder = new TemporaryFolder();
        LabFolder.Copy(check.Work, Path.Combine(folder.Path, "without"));
        alert.WriteWithoutFor(Path.Combine(folder.Path, "without", WrittenAlert.RulesFile));
        var noticed = (await promtool.TestAsync(Path.Combine(folder.Path, "without"), WrittenAlert.TestsFile, cancellation)).Code != 0;
        return check.Step("tests-bite", noticed, noticed ? "Without its 'for' a test fails, as it should." : "Somebody may take the 'for' away and no test notices: none tries a dip that is shorter.");
    }

    private static async Task PanelAsync(LabCheck check, Promtool promtool, RecordedMetrics fall, CancellationToken cancellation)
    {
        var panel = PanelLint.Read(check.Work);
        var broken = panel.FirstBroken(fall.Labels);
        if (!check.Step("panel", broken is null, broken ?? "The panel keeps the rules of the linter.")) return;
        var onset = LookAt(s_fall.Manifest.Onset);
        var (most, empty) = (0.0, "");
        foreach (var query in panel.Queries)
        {
            var asked = query.Replace("$model", ModelSlot.DefaultModel, StringComparison.Ordinal).Replace("$__rate_interval", "1m", StringComparison.Ordinal);
            var values = await promtool.EvaluateAsync(fall, QueryNames.Metrics(query), "", $"max({asked})", cancellation);
            if (values.All(double.IsNaN)) empty = query;
            else most = Math.Max(most, values[onset] - values.Skip(onset).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min());
        }

        check.Step("panel-shows", empty.Length == 0 && most >= LeastFall, empty.Length > 0 ? $"'{empty}' has no data." : string.Create(CultureInfo.InvariantCulture, $"The line that falls most when the taste flips falls by {most:0.00}{(most >= LeastFall ? "." : $"; who is called has to see it on the panel, by {LeastFall:0.0} at least.")}"));
    }

    private static int LookAt(long row) => (int)((row - LabWorld.WarmUp) / s_fall.Step);

    private static long SongAt(int look) => LabWorld.WarmUp + ((look + 1L) * s_fall.Step);

    private static int? FirstAt(double[] values, int from) => Array.FindIndex(values, from, static value => value > 0) is >= 0 and var at ? at : null;

    private static string Minutes(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00} minutes");

    private static string Line(string said) => said.ReplaceLineEndings(" ").Trim();
}
