using MonitoringDemo.DetectionQuality.Quality;
using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Tests.Quality;

public sealed class ReferenceColumnsTests
{
    [Theory]
    [InlineData("adwin")]
    [InlineData("page-hinkley")]
    [InlineData("ddm")]
    public void A_detector_that_agrees_with_the_references_fills_the_references_own_columns(string name)
    {
        var quality = ReferenceQuality.Read(ReferenceQuality.ShippedFolder);
        var entrants = Entrants.All.Where(entrant => entrant.Label == name).ToList();

        var results = quality.Scenarios.Select(scenario => QualityResult.Play(scenario, entrants, quality, quality.Repetitions));
        var rows = results.SelectMany(result => result.Rows).Where(row => row.Reference is not null).ToList();

        rows.Count.ShouldBeGreaterThan(10);
        foreach (var (_, cell, reference) in rows)
        {
            cell.FalseAlarms.ShouldBe(reference!.FalseAlarms, 1e-9);
            if (reference.StreamsWithAlarm is { } streams) cell.StreamsWithAlarm.ShouldBe(streams, 1e-9);
            if (reference.MeanDelay is { } mean) cell.MeanDelay.ShouldBe(mean, 1e-9);
            if (reference.MedianDelay is { } median) cell.MedianDelay.ShouldBe(median, 1e-9);
            if (reference.Missed is { } missed) cell.Missed.ShouldBe(missed, 1e-9);
        }
    }
}
