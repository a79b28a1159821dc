using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class ModelAgeTests
{
    private static readonly MonitorOptions Limited = new() { MostModelRows = 3_000 };

    [Fact]
    public void A_model_past_its_age_is_told_until_a_younger_one_serves()
    {
        var watched = new Watched(new SongWorld(3), options: Limited).RunTo(8_500);

        watched.Promote(2_000, 5_300);
        watched.RunTo(8_600);
        var stillOpen = watched.Monitor.Open.Count;
        watched.Promote(2_000, 8_000);
        watched.RunTo(8_700);

        var finding = watched.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Onset).ShouldBe((DriftFindingKind.Staleness, 5_000));
        finding.Row.ShouldBeInRange(8_000, 8_025);
        stillOpen.ShouldBe(1);
        watched.Ended.ShouldHaveSingleItem();
        watched.Monitor.Open.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_limit_a_model_grows_as_old_as_it_will()
    {
        var watched = new Watched(new SongWorld(3)).RunTo(30_000);

        watched.Findings.ShouldBeEmpty();
    }
}
