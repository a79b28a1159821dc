using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class RowQualityTests
{
    private const int Onset = 8_010;
    private const int Minute = 60_000;

    [Fact]
    public void Rows_that_come_again_are_found_and_let_go_when_they_stop()
    {
        var stream = new RowStream(seed: 1);
        var sent = new List<double[]>();
        stream.Change = (row, values) =>
        {
            if (row is >= Onset and < Onset + 500) sent[(int)row - 300].CopyTo(values, 0);
            sent.Add([.. values]);
        };

        stream.RunTo(Onset + 2_000);

        var finding = stream.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.DataQuality, null, "duplicates"));
        finding.Onset.ShouldBeInRange(Onset - 25, Onset);
        finding.Row.ShouldBeLessThan(Onset + 100);
        finding.Summary.ShouldContain("repeat an earlier row");
        stream.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(Onset + 500, Onset + 525);
    }

    [Fact]
    public void Repeats_that_were_there_all_along_are_no_finding()
    {
        var stream = new RowStream(seed: 2);
        var sent = new List<double[]>();
        stream.Change = (row, values) =>
        {
            if (row > 100 && row % 100 < 3) sent[(int)row - 40].CopyTo(values, 0);
            sent.Add([.. values]);
        };

        stream.RunTo(30_000);

        stream.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Columns_that_hold_few_combinations_repeat_without_a_finding()
    {
        var schema = new FeatureSchema(
            [.. Enumerable.Range(0, 3).Select(f => new Feature($"c{f}", FeatureKind.Categorical, [.. Enumerable.Range(0, 16).Select(i => $"{i}")]))], "label");
        var random = new SplitMix64(3);
        var monitor = new ModelMonitor(schema);
        monitor.AddHistory(0, Draw(1_200));
        monitor.ChangeModel(1_200, 1, 0, 1_200);

        for (var row = 1_200; row < 30_000; row += 100) monitor.AddPredictions(row, Draw(100), new double[100], new double[100], 1);

        monitor.Check().Findings.ShouldNotContain(finding => finding.Kind == DriftFindingKind.DataQuality);

        double[] Draw(int rows) => [.. Enumerable.Range(0, rows * 3).Select(_ => (double)random.NextInt(16))];
    }

    [Fact]
    public void Columns_that_swap_places_are_named_once_instead_of_two_broken_columns()
    {
        var stream = new RowStream(seed: 4) { Change = (row, values) => Swap(values, row is >= Onset and < Onset + 600) };

        stream.RunTo(Onset + 2_000);

        var finding = stream.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.DataQuality, "loudness", "swapped-columns"));
        finding.Summary.ShouldContain("loudness and tempo have swapped places");
        finding.Onset.ShouldBe(Onset);
        finding.Row.ShouldBeLessThan(Onset + 60);
        stream.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBe(Onset + 600);

        static void Swap(double[] values, bool swap)
        {
            if (swap) (values[SongWorld.Loudness], values[SongWorld.Tempo]) = (values[SongWorld.Tempo], values[SongWorld.Loudness]);
        }
    }

    [Fact]
    public void A_clock_that_falls_back_is_found_and_let_go_when_it_is_set_right()
    {
        var stream = new RowStream(seed: 5) { TimeOf = (row, usual) => row is >= Onset and < Onset + 400 ? usual - (24L * 60 * Minute) : usual };

        stream.RunTo(Onset + 2_000);

        var finding = stream.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.DataQuality, null, "clock-jump"));
        finding.Onset.ShouldBeInRange(Onset - 25, Onset);
        finding.Row.ShouldBeLessThan(Onset + 60);
        finding.Summary.ShouldContain("fell back");
        stream.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(Onset + 400, Onset + 425);
    }

    [Fact]
    public void Rows_of_a_sender_whose_clock_runs_ahead_are_found()
    {
        var stream = new RowStream(seed: 6) { TimeOf = (row, usual) => row is >= Onset and < Onset + 60 ? usual + (24L * 60 * Minute) : usual };

        stream.RunTo(Onset + 2_000);

        var finding = stream.Findings.ShouldHaveSingleItem();
        (finding.Detector, finding.Feature).ShouldBe(("clock-jump", null));
        finding.Summary.ShouldContain("ran ahead");
        finding.Onset.ShouldBeInRange(Onset - 25, Onset);
        stream.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(Onset + 60, Onset + 85);
    }

    [Fact]
    public void Times_years_away_are_found_although_no_later_row_contradicts_them()
    {
        var stream = new RowStream(seed: 7) { TimeOf = (row, usual) => row >= Onset ? usual * 1_000 : usual };

        stream.RunTo(Onset + 500);

        var finding = stream.Findings.ShouldHaveSingleItem();
        finding.Detector.ShouldBe("clock-jump");
        finding.Onset.ShouldBeInRange(Onset - 25, Onset);
    }

    [Fact]
    public void A_clock_that_stands_still_is_found()
    {
        var still = 0L;
        var stream = new RowStream(seed: 8) { TimeOf = (row, usual) => row is >= Onset and < Onset + 300 ? still : still = usual };

        stream.RunTo(Onset + 2_000);

        var finding = stream.Findings.ShouldHaveSingleItem();
        finding.Detector.ShouldBe("clock-stands-still");
        finding.Onset.ShouldBeInRange(Onset - 25, Onset);
        stream.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(Onset + 300, Onset + 325);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("one wild time")]
    [InlineData("out of order")]
    [InlineData("days")]
    [InlineData("unknown")]
    public void A_clock_that_is_only_unsteady_is_no_finding(string how)
    {
        var random = new SplitMix64(9);
        var stream = new RowStream(seed: 9)
        {
            TimeOf = (row, usual) => how switch
            {
                "pause" => usual + (row / 3_000 * 20 * 60 * Minute),
                "one wild time" => row == 9_000 ? usual * 2 : row == 12_000 ? 0 : usual,
                "out of order" => usual - (random.NextInt(20) * Minute),
                "days" => usual / (24L * 60 * Minute) * (24L * 60 * Minute),
                _ => long.MinValue,
            },
        };

        stream.RunTo(20_000);

        stream.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void It_resumes_in_the_middle_of_a_break_as_if_it_had_never_stopped()
    {
        var (through, resumed) = (Broken(), Broken());

        through.RunTo(Onset + 1_500);
        resumed.RunTo(Onset + 130);
        resumed.Resume();
        resumed.RunTo(Onset + 1_500);

        resumed.Findings.ShouldBe(through.Findings);
        resumed.Ended.ShouldBe(through.Ended);
        resumed.Save().ShouldBe(through.Save());
        through.Findings.Count.ShouldBe(2);
        through.Ended.Count.ShouldBe(2);

        static RowStream Broken()
        {
            var sent = new List<double[]>();
            return new RowStream(seed: 10)
            {
                TimeOf = (row, usual) => row is >= Onset and < Onset + 300 ? usual - (10L * 24 * 60 * Minute) : usual,
                Change = (row, values) =>
                {
                    if (row is >= Onset and < Onset + 300) sent[(int)row - 300].CopyTo(values, 0);
                    sent.Add([.. values]);
                },
            };
        }
    }
}
