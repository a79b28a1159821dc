using MonitoringDemo.Drift.Monitoring.Distribution;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class CountWindowTests
{
    [Fact]
    public void It_counts_the_rows_of_the_newest_blocks_however_many_are_left_out()
    {
        const int Bins = 3, Blocks = 4, BlockRows = 10;
        var (window, random, rows) = (new CountWindow(Bins, Blocks, BlockRows), new SplitMix64(5), new List<(long Row, int Bin)>());
        var sum = new int[Bins];
        for (long row = 7; row < 1_000; row += 1 + (random.NextDouble() < 0.05 ? random.NextInt(60) : 0))
        {
            var bin = random.NextInt(Bins);
            window.Add(row, bin);
            rows.Add((row, bin));

            var counted = window.Sum(sum);

            var newest = rows.Where(entry => entry.Row / BlockRows > row / BlockRows - Blocks).ToArray();
            counted.ShouldBe(newest.Length);
            sum.ShouldBe(Enumerable.Range(0, Bins).Select(each => newest.Count(entry => entry.Bin == each)));
        }
    }
}
