using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class RecentRowsTests
{
    [Fact]
    public void A_row_is_known_again_within_reach_and_not_beyond()
    {
        var rows = new RecentRows();
        double[] row = [1, double.NaN, -0.0];

        rows.Take(row, 10, 0).ShouldBeFalse();
        rows.Take(row, 10 + RecentRows.Reach, 0).ShouldBeTrue("a row counts while it is no further back than the reach");
        rows.Take(row, 11 + (2 * RecentRows.Reach), 0).ShouldBeFalse();
        rows.Take([1, double.NaN, 0.0], 12 + (2 * RecentRows.Reach), 0).ShouldBeFalse("another zero is another row, bit by bit");
    }

    [Fact]
    public void Rows_before_the_first_that_is_kept_do_not_count()
    {
        var rows = new RecentRows();
        rows.Take([1], 5, 0);

        rows.Take([1], 100, 100).ShouldBeFalse();
        rows.Take([1], 101, 100).ShouldBeTrue();
    }

    [Fact]
    public void Of_many_rows_nearly_every_repetition_and_nothing_else_is_seen()
    {
        var rows = new RecentRows();
        var random = new SplitMix64(3);
        var (sent, seen, mistaken) = (new List<double[]>(), 0, 0);
        for (var row = 0L; row < 20_000; row++)
        {
            var repeats = sent.Count > 3_000 && row % 4 == 0;
            var values = repeats ? sent[^3_000] : [random.NextDouble(), random.NextInt(3), random.NextDouble()];
            sent.Add(values);
            var known = rows.Take(values, row, 0);
            if (repeats && known) seen++;
            if (!repeats && known) mistaken++;
        }

        mistaken.ShouldBe(0);
        seen.ShouldBeInRange(4_235, 4_250);
    }
}
