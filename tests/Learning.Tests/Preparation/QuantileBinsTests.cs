using MonitoringDemo.Learning.Preparation;

namespace MonitoringDemo.Learning.Tests.Preparation;

public class QuantileBinsTests
{
    [Fact]
    public void Bins_hold_about_the_same_number_of_rows()
    {
        var values = Enumerable.Range(0, 1000).Select(i => (double)i).ToArray();

        var edges = QuantileBins.Edges(values, 4, 20);

        edges.ShouldBe([249.5, 499.5, 749.5]);
    }

    [Fact]
    public void A_heavy_value_gets_its_own_bin_and_starves_nobody()
    {
        var values = Enumerable.Repeat(0.0, 700).Concat(Enumerable.Range(1, 300).Select(i => (double)i)).ToArray();

        var edges = QuantileBins.Edges(values, 4, 20);

        edges.ShouldBe([0.5, 100.5, 200.5]);
    }

    [Fact]
    public void Bins_with_too_few_rows_are_merged()
    {
        double[] values = [0, 0, 0, 0, 1, 2, 2, 2, 2, 2];

        var edges = QuantileBins.Edges(values, 10, 3);

        edges.ShouldBe([1.5]);
    }

    [Fact]
    public void Edges_are_distinct_even_between_neighbouring_numbers()
    {
        double[] values = [1.0, Math.BitIncrement(1.0), -1e300, 1e300];
        Array.Sort(values);

        var edges = QuantileBins.Edges(values, 10, 1);

        edges.Length.ShouldBe(3);
        edges[1].ShouldBe(Math.BitIncrement(1.0));
        edges.ShouldAllBe(edge => double.IsFinite(edge));
    }

    [Fact]
    public void Nothing_and_one_value_have_no_edges()
    {
        QuantileBins.Edges([], 10, 1).ShouldBeEmpty();
        QuantileBins.Edges([3, 3, 3], 10, 1).ShouldBeEmpty();
    }
}
