using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class OutcomeBiasTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void That_only_ones_are_reported_any_more_is_told_and_ends_when_all_are_again(int seed)
    {
        var watched = new Watched(new SongWorld((ulong)seed)).RunTo(8_000);

        watched.IsReported = label => label == 1;
        watched.RunTo(10_000);
        watched.IsReported = _ => true;
        watched.RunTo(12_000);

        var finding = watched.Findings.Where(finding => finding.Kind == DriftFindingKind.LabelFlow).ShouldHaveSingleItem();
        (finding.Feature, finding.Detector).ShouldBe(("hit", "outcome-bias"));
        finding.Row.ShouldBeInRange(8_200, 8_900);
        finding.Onset.ShouldBeInRange(7_700, 8_500);
        finding.Summary.ShouldContain("does not stand for all");
        watched.Ended.ShouldContain(end => end.Finding.Id == finding.Id && end.EndedAtRow > 9_500 && end.EndedAtRow < 11_500);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Outcomes_that_grow_rarer_whatever_was_answered_stand_for_all(int seed)
    {
        var watched = new Watched(new SongWorld((ulong)seed)).RunTo(8_000);
        var chance = new SongWorld(77);

        watched.IsReported = _ => chance.Uniform() < 0.5;
        watched.RunTo(20_000);

        watched.Findings.ShouldNotContain(finding => finding.Kind == DriftFindingKind.LabelFlow);
    }

    [Fact]
    public void A_stream_that_reports_one_class_only_from_the_beginning_on_is_not_judged()
    {
        var watched = new Watched(new SongWorld(3)) { IsReported = label => label == 1 };

        watched.RunTo(9_000);
        watched.World.ErrorRate = 0.5;
        watched.RunTo(14_000);

        watched.Findings.ShouldNotContain(finding => finding.Kind == DriftFindingKind.LabelFlow);
    }

    [Fact]
    public void A_monitor_that_was_saved_in_the_middle_finds_the_same()
    {
        var straight = new Watched(new SongWorld(3)).RunTo(8_000);
        var saved = new Watched(new SongWorld(3)).RunTo(8_000);
        (straight.IsReported, saved.IsReported) = (label => label == 1, label => label == 1);

        straight.RunTo(9_500);
        saved.RunTo(8_300);
        saved.Monitor = ModelMonitor.Resume(saved.Monitor.Save(), SongWorld.Schema);
        saved.RunTo(9_500);

        saved.Findings.ShouldBe(straight.Findings);
        saved.Findings.ShouldContain(finding => finding.Detector == "outcome-bias");
    }
}
