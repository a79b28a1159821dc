using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class OutcomeFlowTests
{
    [Fact]
    public void That_outcomes_stopped_is_told_after_a_thousand_rows_and_ends_with_the_next_one()
    {
        var watched = new Watched(new SongWorld(3)).RunTo(8_000);

        watched.OutcomesCome = false;
        watched.RunTo(9_500);
        watched.OutcomesCome = true;
        watched.RunTo(9_600);

        var finding = watched.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature).ShouldBe((DriftFindingKind.LabelFlow, null));
        finding.Onset.ShouldBeInRange(7_990, 8_010);
        finding.Row.ShouldBeInRange(9_000, 9_030);
        finding.Summary.ShouldStartWith("No outcome has come for 1,0");
        watched.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(9_490, 9_510);
        watched.Monitor.Open.ShouldBeEmpty();
    }

    [Fact]
    public void Where_outcomes_always_come_in_batches_a_wait_for_the_next_batch_is_no_stop()
    {
        var watched = new Watched(new SongWorld(3));

        for (var batch = 0; batch < 30; batch++)
        {
            watched.OutcomesCome = false;
            watched.RunTo(watched.Monitor.NextRow + 700);
            watched.OutcomesCome = true;
            watched.RunTo(watched.Monitor.NextRow + 20);
        }

        watched.OutcomesCome = false;
        watched.RunTo(watched.Monitor.NextRow + 3_000);
        watched.Findings.ShouldBeEmpty();
        watched.RunTo(watched.Monitor.NextRow + 1_000);
        watched.Findings.ShouldHaveSingleItem().Kind.ShouldBe(DriftFindingKind.LabelFlow);
    }

    [Fact]
    public void A_monitor_that_was_saved_in_the_silence_goes_on_waiting()
    {
        var watched = new Watched(new SongWorld(3)).RunTo(8_000);
        watched.OutcomesCome = false;
        watched.RunTo(8_700);

        watched.Monitor = ModelMonitor.Resume(watched.Monitor.Save(), SongWorld.Schema);
        watched.RunTo(9_500);

        watched.Findings.ShouldHaveSingleItem().Row.ShouldBeInRange(9_000, 9_030);
    }
}
