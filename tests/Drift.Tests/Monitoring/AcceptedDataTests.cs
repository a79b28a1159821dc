using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>What the data's owner accepts, and what the champion does not lean on.</summary>
public sealed class AcceptedDataTests
{
    private const int History = 5_000;
    private const int Onset = 8_000;
    private static readonly string[] Columns = ["a", "b", "c"];

    [Theory]
    [InlineData("another unit")]
    [InlineData("missing")]
    [InlineData("partly missing")]
    [InlineData("stuck")]
    [InlineData("far outside")]
    public void An_accepted_feature_is_well_as_it_is_from_there_on(string how)
    {
        var played = new PlayedRows(Columns, Rows(how, 20_000), History).RunTo(Onset + 1_500);
        var finding = played.Broken.ShouldHaveSingleItem();

        played.Accept("a");
        played.RunToEnd();

        played.Ended.ShouldContain(end => end.Finding.Id == finding.Id && end.EndedAtRow == Onset + 1_500);
        played.Broken.ShouldHaveSingleItem();
        played.Monitor.Open.ShouldNotContain(open => open.Kind == DriftFindingKind.DataQuality);
    }

    [Fact]
    public void What_breaks_after_it_was_accepted_is_found_again()
    {
        var rows = Rows("another unit", 20_000);
        for (var row = 15_000; row < rows.Length; row++) rows[row][0] = double.NaN;
        var played = new PlayedRows(Columns, rows, History).RunTo(Onset + 1_500);

        played.Accept("a");
        played.RunToEnd();

        played.Broken.Select(finding => finding.Detector).ShouldBe(["unit-change", "null-share"]);
        played.Broken[1].Row.ShouldBeLessThan(15_050);
    }

    [Fact]
    public void Accepting_what_is_not_broken_changes_nothing()
    {
        var (asked, left) = (new PlayedRows(Columns, Rows("nothing", 9_000), History).RunTo(8_000), new PlayedRows(Columns, Rows("nothing", 9_000), History).RunTo(8_000));

        asked.Accept("a");
        asked.Accept("no such feature");

        asked.Monitor.Save().Bytes.ShouldBe(left.Monitor.Save().Bytes);
    }

    [Fact]
    public void A_restart_after_accepting_goes_on_as_if_there_had_been_none()
    {
        var rows = Rows("another unit", 12_000);
        var (through, resumed) = (new PlayedRows(Columns, rows, History).RunTo(9_000), new PlayedRows(Columns, rows, History).RunTo(9_000));

        through.Accept("a");
        resumed.Accept("a");
        resumed.Resume();
        through.RunToEnd();
        resumed.RunToEnd();

        resumed.Monitor.Save().Bytes.ShouldBe(through.Monitor.Save().Bytes);
    }

    [Fact]
    public void Accepted_columns_that_swapped_and_repeated_rows_are_no_finding_any_more()
    {
        var rows = Rows("swapped", 16_000);
        for (var row = 12_000; row < rows.Length; row++) rows[row] = rows[row - 300];
        var played = new PlayedRows(Columns, rows, History).RunTo(9_000);

        played.Accept("a");
        played.RunTo(13_000);
        played.Accept("duplicates");
        played.RunToEnd();

        played.Broken.Select(finding => finding.Detector).ShouldBe(["swapped-columns", "duplicates"]);
        played.Monitor.Open.ShouldNotContain(open => open.Kind == DriftFindingKind.DataQuality);
    }

    [Theory]
    [InlineData(0.4, false)]
    [InlineData(0.002, true)]
    public void A_broken_feature_that_hardly_moves_the_scores_is_told_and_blinds_nothing(double importance, bool isSeen)
    {
        var rows = Rows("stuck", 20_000);
        for (var row = 12_000; row < rows.Length; row++) rows[row][1] += 2;
        var played = new PlayedRows(Columns, rows, History, [importance, 0.5, 0.5 - importance]).RunToEnd();

        played.Broken.ShouldHaveSingleItem().Feature.ShouldBe("a");
        played.All.Any(finding => finding is { Kind: DriftFindingKind.DataDrift, Feature: "b" }).ShouldBe(isSeen);
        played.All.ShouldNotContain(finding => finding.Kind == DriftFindingKind.DataDrift && finding.Feature == "a");
    }

    [Fact]
    public void A_champion_that_leans_on_the_broken_feature_takes_its_rows_out_of_use()
    {
        var rows = Rows("stuck", 20_000);
        for (var row = 12_000; row < rows.Length; row++) rows[row][1] += 2;
        var played = new PlayedRows(Columns, rows, History, [0.002, 0.5, 0.498]).RunTo(10_000);

        played.Monitor.ChangeModel(10_000, 2, 0, History, [0.4, 0.3, 0.3]);
        played.Monitor.AddPredictions(10_000, [.. rows.Skip(10_000).SelectMany(row => row)], new double[10_000], new double[10_000], 2);

        played.Monitor.Check().Findings.ShouldNotContain(finding => finding.Kind == DriftFindingKind.DataDrift && finding.Feature == "b");
    }

    private static double[][] Rows(string how, int count)
    {
        var random = new SplitMix64(77);
        var rows = new double[count][];
        for (var row = 0; row < count; row++)
        {
            rows[row] = [50 + 10 * random.NextNormal(), random.NextNormal(), 300 * Deterministic.Exp(0.5 * random.NextNormal())];
            if (row >= Onset) Break(how, rows[row], random.NextDouble());
        }

        return rows;
    }

    private static void Break(string how, double[] row, double chance)
    {
        switch (how)
        {
            case "another unit": row[0] /= 1_000; break;
            case "missing": row[0] = double.NaN; break;
            case "partly missing" when chance < 0.4: row[0] = double.NaN; break;
            case "stuck": row[0] = 50; break;
            case "far outside": row[0] -= 400; break;
            case "swapped": (row[0], row[2]) = (row[2], row[0]); break;
        }
    }
}
