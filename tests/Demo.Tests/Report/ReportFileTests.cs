using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Demo.Tests.Report;

public sealed class ReportFileTests
{
    [Fact]
    public void Fields_stand_in_the_promised_order()
    {
        var json = ReportFile.Write(Reports.Good);

        using var document = System.Text.Json.JsonDocument.Parse(json);
        document.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(
        [
            "formatVersion", "scenario", "seed", "rows", "step", "truth", "findings", "decisions", "models",
            "accuracy", "counts", "delayRows", "recoveryRows", "verdict", "why", "timing", "task",
        ]);
        document.RootElement.GetProperty("task").GetString().ShouldBe("binary-classification");
        document.RootElement.GetProperty("findings")[0].EnumerateObject().Select(p => p.Name)
            .ShouldBe(["row", "kind", "feature", "detector", "statistic", "threshold", "onset"]);
        document.RootElement.GetProperty("decisions")[0].EnumerateObject().Select(p => p.Name).Take(4)
            .ShouldBe(["row", "action", "reason", "findings"]);
        document.RootElement.GetProperty("models")[0].EnumerateObject().Select(p => p.Name)
            .ShouldBe(["version", "sha256", "datasetSha256", "trainedOnRows", "trigger", "promotedAtRow", "rejectedBecause"]);
        document.RootElement.GetProperty("counts").EnumerateObject().Select(p => p.Name)
            .ShouldBe(["predictions", "failed", "outcomes", "lost", "doubled", "quarantined", "alerts", "trainings", "modelsTrained", "outcomesNotCome"]);
    }

    [Fact]
    public void Doubles_and_words_read_back_exactly_as_they_were()
    {
        var report = Reports.Good with { Why = "„Größe“ — it's < 1 & fine.", Accuracy = new ReportAccuracy(1.0 / 3, 0.1 + 0.2, []) };

        var json = ReportFile.Write(report);

        ReportFile.Write(ReportFile.Read(json)).ShouldBe(json);
        json.ShouldContain("„Größe“ — it's < 1 & fine.");
        json.ShouldNotContain('\r');
    }
}
