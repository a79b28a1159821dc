using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.Scorecard;

public sealed class LiveScoreTests
{
    [Fact]
    public async Task The_running_demo_shows_its_scorecard_as_a_page_and_as_a_metric_and_both_fall_when_something_is_switched_off()
    {
        var (page, metrics) = await AskedAsync([]);

        var (less, fewer) = await AskedAsync(new Dictionary<string, string?> { ["Retraining:DisabledResponses:0"] = "quality", ["DriftDetection:DisabledDetectors:0"] = "shift" });

        page.ShouldContain("Model quality is validated before serving");
        page.ShouldNotContain("Switched off: the gate quality");
        less.ShouldContain("Switched off: the gate quality");
        PointsIn(fewer, "infrastructure").ShouldBe(PointsIn(metrics, "infrastructure") - 1);
        PointsIn(fewer, "monitoring").ShouldBe(PointsIn(metrics, "monitoring") - 1);
        PointsIn(fewer, "data").ShouldBe(PointsIn(metrics, "data"));
    }

    private static double PointsIn(string metrics, string section) => double.Parse(
        metrics.Split('\n').Single(line => line.StartsWith("mlops_scorecard_points", StringComparison.Ordinal) && line.Contains($"section=\"{section}\"", StringComparison.Ordinal)).Split(' ')[1],
        System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<(string Page, string Metrics)> AskedAsync(Dictionary<string, string?> options)
    {
        using var folder = new TemporaryFolder();
        await using var app = FleetHost.Build(new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true) { Options = options });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = FleetAddress.ToCall(app.Urls.First()) };
        var page = await http.GetStringAsync(new Uri("scorecard", UriKind.Relative), TestContext.Current.CancellationToken);
        var metrics = await http.GetStringAsync(new Uri("metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);
        return (page, metrics);
    }
}
