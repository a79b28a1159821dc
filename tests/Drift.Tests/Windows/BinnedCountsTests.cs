using MonitoringDemo.Drift.Tests.Corrections;
using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Drift.Windows;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Windows;

public sealed class BinnedCountsTests
{
    [Fact]
    public void Two_halves_are_the_whole_in_either_order()
    {
        var bins = Bins(1);
        var values = Values(2, 5_000);
        var whole = Count(bins, values);
        var (a, b) = (Count(bins, values.AsSpan(0, 1_700)), Count(Bins(1), values.AsSpan(1_700)));

        var (ab, ba) = (Count(bins, []), Count(bins, []));
        ab.Merge(a);
        ab.Merge(b);
        ba.Merge(b);
        ba.Merge(a);

        ab.Counts.ToArray().ShouldBe(whole.Counts.ToArray());
        ba.Counts.ToArray().ShouldBe(whole.Counts.ToArray());
        (ab.Rows, ba.Rows).ShouldBe((5_000, 5_000));
        whole.Counts[^1].ShouldBeGreaterThan(0, "missing values have a bin of their own");
    }

    [Fact]
    public void A_window_gives_back_what_left_it_and_no_more()
    {
        var bins = Bins(1);
        var values = Values(3, 1_000);
        var window = Count(bins, values);

        window.Subtract(Count(bins, values.AsSpan(0, 400)));

        window.Counts.ToArray().ShouldBe(Count(bins, values.AsSpan(400)).Counts.ToArray());
        Should.Throw<ArgumentException>(() => window.Subtract(Count(bins, values))).ParamName.ShouldBe("other");
        window.Rows.ShouldBe(600, "nothing was taken");
    }

    [Fact]
    public void Counts_on_other_bins_are_refused() =>
        Should.Throw<ArgumentException>(() => Count(Bins(1), []).Merge(Count(Bins(2), []))).Message.ShouldContain("different references");

    [Fact]
    public void It_resumes_in_the_middle_of_a_window()
    {
        var bins = Bins(1);
        var values = Values(4, 900);
        var (through, resumed) = (Count(bins, values.AsSpan(0, 500)), new BinnedCounts(bins));

        OnlineStreams.Copy(through.Save, resumed.Restore);
        foreach (var value in values[500..])
        {
            through.Add(value);
            resumed.Add(value);
        }

        resumed.Counts.ToArray().ShouldBe(through.Counts.ToArray());
        resumed.Rows.ShouldBe(900);
    }

    private static ReferenceBins Bins(ulong seed) => ReferenceBins.ForNumbers(Values(seed, 2_000), 10);

    private static double[] Values(ulong seed, int count)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < 0.05 ? double.NaN : random.NextDouble())];
    }

    private static BinnedCounts Count(ReferenceBins bins, ReadOnlySpan<double> values)
    {
        var counts = new BinnedCounts(bins);
        foreach (var value in values) counts.Add(value);
        return counts;
    }
}
