using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Drift.Monitoring.Plan;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>Planned tests of many features at once.</summary>
public sealed class JointTestTests
{
    private const double Correlation = 0.8;

    private static readonly PlannedTest s_pair = new() { Test = "mmd", On = "energy+valence", Alpha = 0.004, RowsToFalseAlarm = 100_000 };

    private static readonly PlannedTest s_short = s_pair with { Window = 500 };

    [Fact]
    public void It_finds_features_that_move_only_together_as_the_default_monitor_does_not()
    {
        var (planned, unplanned) = (Watch(s_pair).RunTo(8_000), Watch().RunTo(8_000));

        foreach (var watched in (Watched[])[planned, unplanned])
        {
            watched.World.Change = TieValenceToEnergy;
            watched.RunTo(10_000);
        }

        var finding = planned.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.DataDrift, "energy+valence", "mmd"));
        finding.Row.ShouldBeInRange(8_000, 9_500);
        finding.Summary.ShouldStartWith("energy+valence are, together, not what they were since about row ");
        unplanned.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void All_numeric_features_are_looked_at_together_and_a_change_back_ends_the_advice()
    {
        var watched = Watch(new PlannedTest { Test = "domain-classifier-boosting", Threshold = 0.6 }).RunTo(7_000);

        watched.World.Change = TieValenceToEnergy;
        watched.RunTo(8_500);
        var advice = watched.Monitor.Advice;
        watched.World.Change = null;
        watched.RunTo(11_000);

        var said = advice.ShouldHaveSingleItem();
        said.On.ShouldStartWith("danceability+energy+loudness+");
        said.On.ShouldEndWith("+tempo+duration_ms");
        watched.Findings.ShouldBeEmpty();
        watched.Monitor.Advice.ShouldBeEmpty();
    }

    [Fact]
    public void A_constant_beside_a_feature_that_moves_does_not_hide_it()
    {
        var watched = new Watched(Constant(), options: Options(s_short)).RunTo(7_500);

        watched.World.Change = row => (row[SongWorld.Energy], row[SongWorld.Valence]) = (0.5, Math.Min(1, row[SongWorld.Valence] + 0.3));
        watched.RunTo(9_500);

        watched.Findings.ShouldContain(found => found.Detector == "mmd" && found.Row >= 7_500);
    }

    [Theory]
    [InlineData("energy+instrumentalness")]
    [InlineData("valence+duration_ms")]
    public void Constants_alone_and_rows_that_all_miss_a_value_say_nothing(string on)
    {
        var watched = new Watched(Constant(), options: Options(s_short with { On = on, Alpha = 0.9 })).RunTo(8_000);

        watched.Findings.ShouldNotContain(found => found.Detector == "mmd");
    }

    [Theory]
    [InlineData(7_501)]
    [InlineData(8_249)]
    [InlineData(8_250)]
    [InlineData(8_777)]
    public void Saved_and_resumed_at_any_row_it_goes_on_as_if_nothing_had_been(int row)
    {
        var (straight, halved) = (Watch(s_short), Watch(s_short));
        foreach (var watched in (Watched[])[straight, halved])
        {
            watched.RunTo(7_200);
            watched.World.Change = TieValenceToEnergy;
            watched.RunTo(row);
        }

        halved.Monitor = ModelMonitor.Resume(halved.Monitor.Save(), SongWorld.Schema, halved.Monitor.Options);
        straight.RunTo(9_100);
        halved.RunTo(9_100);

        straight.Findings.ShouldNotBeEmpty();
        halved.Findings.Select(finding => finding.Id).ShouldBe(straight.Findings.Select(finding => finding.Id));
        halved.Monitor.Save().Bytes.ShouldBe(straight.Monitor.Save().Bytes);
    }

    [Theory]
    [InlineData("mmd", "energy", 0.01, "'mmd' cannot watch 'energy'")]
    [InlineData("mmd", "energy+mode", 0.01, "'mmd' cannot watch 'energy+mode'")]
    [InlineData("mmd", "energy+no-such", 0.01, "'mmd' cannot watch 'energy+no-such'")]
    [InlineData("mmd", "score", 0.01, "'mmd' cannot watch 'score'")]
    [InlineData("mmd", "*", 0.001, "its p-value is never below 0.002, so it needs a larger Alpha, or a Threshold")]
    [InlineData("domain-classifier-logistic", "*", 0.01, "it has no p-value, so it needs a Threshold")]
    public void What_could_never_speak_is_refused_by_name(string test, string on, double alpha, string reason) =>
        Should.Throw<ArgumentException>(() => Watch(new PlannedTest { Test = test, On = on, Alpha = alpha })).Message.ShouldContain(reason);

    /// <summary>Independent before; correlated behind it, each distributed as before.</summary>
    private static void TieValenceToEnergy(double[] row)
    {
        var (energy, valence) = ((Logit(row[SongWorld.Energy]) - 0.3) / 1.1, (Logit(row[SongWorld.Valence]) - 0.2) / 1.2);
        row[SongWorld.Valence] = Deterministic.Sigmoid(0.2 + 1.2 * (Correlation * energy + Math.Sqrt(1 - Correlation * Correlation) * valence));
    }

    private static double Logit(double share) => Math.Log(share / (1 - share));

    /// <summary>From the first row on two features are constant, and one is missing.</summary>
    private static SongWorld Constant() => new(4)
    {
        Change = row => (row[SongWorld.Energy], row[SongWorld.Instrumentalness], row[SongWorld.Duration]) = (0.5, 0, double.NaN),
    };

    private static MonitorOptions Options(params PlannedTest[] plan) => new() { Tests = plan };

    private static Watched Watch(params PlannedTest[] plan) => new(new SongWorld(4), options: Options(plan));
}
