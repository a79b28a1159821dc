using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class QualityTests
{
    [Theory]
    [InlineData(8_000)]
    [InlineData(8_001)]
    [InlineData(8_011)]
    [InlineData(8_014)]
    [InlineData(8_024)]
    public void Seconds_for_milliseconds_are_named_at_once_with_an_exact_onset_and_end(int onset)
    {
        var watched = new Watched(new SongWorld((ulong)onset)).RunTo(onset);

        watched.World.Change = row => row[SongWorld.Duration] /= 1000;
        watched.RunTo(onset + 4_000);
        watched.World.Change = null;
        watched.RunTo(onset + 10_000);

        var finding = watched.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.DataQuality, "duration_ms", "unit-change"));
        finding.Onset.ShouldBe(onset);
        finding.Row.ShouldBeLessThan(onset + 60);
        finding.Summary.ShouldContain("1/1000");
        finding.Summary.ShouldContain("seconds instead of milliseconds");
        var end = watched.Ended.ShouldHaveSingleItem();
        end.EndedAtRow.ShouldBe(onset + 4_000);
        end.Row.ShouldBeLessThan(onset + 4_100);
    }

    [Theory]
    [InlineData(1.0, "null-share")]
    [InlineData(0.3, "null-share")]
    public void Missing_values_are_found_and_none_is_let_through(double share, string detector)
    {
        var watched = new Watched(new SongWorld(21)).RunTo(8_010);

        var broken = Break(watched, SongWorld.Duration, share, _ => double.NaN);

        ShouldHaveFound(watched, "duration_ms", detector, broken, within: 200);
    }

    [Fact]
    public void A_stuck_value_is_found()
    {
        var watched = new Watched(new SongWorld(22)).RunTo(8_010);

        var broken = Break(watched, SongWorld.Tempo, 1, _ => 120);

        ShouldHaveFound(watched, "tempo", "stuck-value", broken, within: 100);
    }

    [Fact]
    public void Whole_numbers_that_turn_fractional_are_found()
    {
        var watched = new Watched(new SongWorld(23)).RunTo(8_010);

        var broken = Break(watched, SongWorld.Duration, 1, value => value + 0.5);

        ShouldHaveFound(watched, "duration_ms", "type", broken, within: 100);
    }

    [Fact]
    public void Categories_never_seen_are_found()
    {
        var watched = new Watched(new SongWorld(24)).RunTo(8_010);

        var broken = Break(watched, SongWorld.Key, 1, _ => 12);

        ShouldHaveFound(watched, "key", "unseen-category", broken, within: 100);
    }

    [Fact]
    public void Values_far_outside_all_that_was_seen_are_found()
    {
        var watched = new Watched(new SongWorld(25)).RunTo(8_010);

        var broken = Break(watched, SongWorld.Danceability, 0.5, value => value - 40);

        ShouldHaveFound(watched, "danceability", "range", broken, within: 150);
    }

    [Fact]
    public void One_row_in_fifty_that_is_odd_is_no_finding()
    {
        var watched = new Watched(new SongWorld(26)).RunTo(8_000);

        Break(watched, SongWorld.Danceability, 0.02, value => value - 40, rows: 20_000);

        watched.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Two_features_break_and_mend_each_on_its_own()
    {
        var watched = new Watched(new SongWorld(27)).RunTo(8_000);

        watched.World.Change = row => row[SongWorld.Duration] /= 60;
        watched.RunTo(8_500);
        watched.World.Change = row => (row[SongWorld.Duration], row[SongWorld.Tempo]) = (row[SongWorld.Duration] / 60, double.NaN);
        watched.RunTo(9_000);
        watched.World.Change = row => row[SongWorld.Tempo] = double.NaN;
        watched.RunTo(9_500);
        watched.World.Change = null;
        watched.RunTo(12_000);

        watched.Findings.Select(finding => (finding.Feature, finding.Detector)).ShouldBe([("duration_ms", "unit-change"), ("tempo", "null-share")]);
        watched.Ended[0].EndedAtRow.ShouldBe(9_000);
        watched.Ended[1].EndedAtRow.ShouldBeInRange(9_500, 9_525);
    }

    private static List<long> Break(Watched watched, int feature, double share, Func<double, double> how, int rows = 2_000)
    {
        var broken = new List<long>();
        var row = watched.Monitor.NextRow;
        watched.World.Change = values =>
        {
            if (watched.World.Uniform() < share)
            {
                values[feature] = how(values[feature]);
                broken.Add(row);
            }

            row++;
        };
        watched.RunTo(watched.Monitor.NextRow + rows);
        watched.World.Change = null;
        watched.RunTo(watched.Monitor.NextRow + 5_000);
        return broken;
    }

    private static void ShouldHaveFound(Watched watched, string feature, string detector, List<long> broken, int within)
    {
        var finding = watched.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.DataQuality, feature, detector));
        finding.Row.ShouldBeLessThan(broken[0] + within);
        finding.Onset.ShouldBeInRange(broken[0] - 25, broken[0]);
        var end = watched.Ended.ShouldHaveSingleItem();
        end.EndedAtRow.ShouldBeInRange(broken[^1] + 1, broken[^1] + 40);
        end.Row.ShouldBeLessThan(broken[^1] + 130);
    }
}
