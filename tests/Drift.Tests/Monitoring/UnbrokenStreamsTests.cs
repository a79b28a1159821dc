namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>What real streams do without being broken, and what is still found in them.</summary>
public sealed class UnbrokenStreamsTests
{
    private const double MostBroken = 0.01;
    private const int FeedHistory = 12_000;
    private const int WeatherHistory = 3_000;

    [Theory]
    [InlineData(1UL, "rarely", 0)]
    [InlineData(2UL, "monthly", 0)]
    [InlineData(3UL, "in seasons", 0)]
    [InlineData(4UL, "rarely", FeedHistory)]
    [InlineData(5UL, "monthly", FeedHistory)]
    [InlineData(6UL, "in seasons", FeedHistory)]
    public void Spells_in_which_a_column_is_missing_are_learned_as_normal(ulong seed, string often, int from)
    {
        var played = Feed(UnbrokenStreams.Feed(seed, often, from)).RunToEnd();

        played.ShareBroken().ShouldBeLessThanOrEqualTo(MostBroken, string.Join('\n', played.Broken.Select(finding => finding.Summary)));
        played.Broken.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    public void Decades_of_weather_are_not_broken(ulong seed)
    {
        var played = Weather(UnbrokenStreams.Weather(seed)).RunToEnd();

        played.ShareBroken().ShouldBeLessThanOrEqualTo(MostBroken, string.Join('\n', played.Broken.Select(finding => finding.Summary)));
    }

    [Fact]
    public void A_column_that_had_spells_and_then_stays_away_is_found_after_all()
    {
        var rows = UnbrokenStreams.Feed(2, "monthly");
        for (var row = 40_000; row < 42_000; row++) rows[row][UnbrokenStreams.Spelled] = double.NaN;

        var played = Feed(rows).RunTo(43_000);

        var finding = played.Broken.ShouldHaveSingleItem();
        (finding.Detector, finding.Feature).ShouldBe(("null-share", "spelled"));
        finding.Row.ShouldBeLessThan(40_250);
        played.Ended.Single(end => end.Finding.Id == finding.Id).EndedAtRow.ShouldBe(42_000);
    }

    [Fact]
    public void The_first_spell_ever_is_found_as_fast_as_any_and_its_rows_are_known_exactly()
    {
        var rows = UnbrokenStreams.Feed(7, "rarely", from: 61_000);
        for (var row = 20_000; row < 20_045; row++) rows[row][UnbrokenStreams.Spelled] = double.NaN;

        var played = Feed(rows).RunTo(21_000);

        var finding = played.Broken.ShouldHaveSingleItem();
        finding.Row.ShouldBeLessThan(20_050);
        (finding.IsExact, finding.Onset).ShouldBe((true, 20_000));
        played.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBe(20_045);
    }

    [Theory]
    [InlineData(5UL, 9_000)]
    [InlineData(6UL, 12_345)]
    public void Columns_of_weather_that_really_swap_are_found(ulong seed, int onset)
    {
        var rows = UnbrokenStreams.Weather(seed);
        for (var row = onset; row < onset + 400; row++)
            (rows[row][UnbrokenStreams.Wind], rows[row][UnbrokenStreams.Gust]) = (rows[row][UnbrokenStreams.Gust], rows[row][UnbrokenStreams.Wind]);

        var played = Weather(rows).RunTo(onset + 1_000);

        var finding = played.Broken.ShouldHaveSingleItem();
        finding.Detector.ShouldBe("swapped-columns");
        finding.Row.ShouldBeLessThan(onset + 200);
        finding.Onset.ShouldBeInRange(onset - 25, onset);
    }

    [Fact]
    public void What_it_has_learned_of_spells_survives_a_restart()
    {
        var rows = UnbrokenStreams.Feed(8, "monthly", FeedHistory);
        var (through, resumed) = (Feed(rows), Feed(rows));

        through.RunTo(30_000);
        foreach (var stop in (int[])[13_010, 14_333, 20_001])
        {
            resumed.RunTo(stop);
            resumed.Resume();
        }

        resumed.RunTo(30_000);

        resumed.Broken.Select(finding => finding.Id).ShouldBe(through.Broken.Select(finding => finding.Id));
    }

    private static PlayedRows Feed(double[][] rows) => new(UnbrokenStreams.FeedColumns, rows, FeedHistory);

    private static PlayedRows Weather(double[][] rows) => new(UnbrokenStreams.WeatherColumns, rows, WeatherHistory);
}
