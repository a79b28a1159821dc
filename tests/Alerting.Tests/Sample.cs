using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Alerting.Tests;

internal static class Sample
{
    public static FindingsReported Broken(long row = 8100, string incident = "hits-8012") => new("hits", incident, row,
    [
        new Finding($"f-{row}", row, FindingKinds.DataQuality, "duration_ms", "unit-change", 9, 1, 8012, 8000, row, "duration_ms is 1,000 times smaller."),
    ]);

    public static FindingsCleared Mended(long row = 8100, string incident = "hits-8012") =>
        new("hits", incident, row + 400, [new ClearedFinding($"f-{row}", FindingKinds.DataQuality, "duration_ms", row + 400)]);
}
