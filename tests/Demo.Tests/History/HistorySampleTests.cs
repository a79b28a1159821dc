using MonitoringDemo.Demo.History;

namespace MonitoringDemo.Demo.Tests.History;

public sealed class HistorySampleTests
{
    [Theory]
    [InlineData("up 1", "up", "", 1)]
    [InlineData("a_total{x=\"1\",y=\"2\"} 5", "a_total", "x=\"1\",y=\"2\"", 5)]
    [InlineData("a_bucket{le=\"+Inf\"} 7 # {trace_id=\"ab\"} 0.5 1.5", "a_bucket", "le=\"+Inf\"", 7)]
    [InlineData("a{x=\"} y{\\\"\"} 3e-05", "a", "x=\"} y{\\\"\"", 3e-05)]
    public void A_line_is_read_and_its_exemplar_is_left_out(string line, string name, string labels, double value)
    {
        var sample = HistorySample.Read(line);

        sample.ShouldBe(new HistorySample(name, labels, value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# TYPE a counter")]
    [InlineData("# EOF")]
    public void What_is_no_sample_is_none(string line) => HistorySample.Read(line).ShouldBeNull();

    [Fact]
    public void The_buckets_of_a_histogram_belong_together()
    {
        var samples = new[] { "a_bucket{m=\"x\",le=\"1\"} 1", "a_bucket{m=\"x\",le=\"+Inf\"} 2", "a_sum{m=\"x\"} 2" }.Select(line => HistorySample.Read(line)!.Value);

        samples.Select(sample => sample.Metric).Distinct().ShouldBe(["m=\"x\""]);
    }

    [Fact]
    public void Infinity_and_what_is_no_number_are_numbers_of_such_a_page()
    {
        HistorySample.Read("a +Inf")!.Value.Value.ShouldBe(double.PositiveInfinity);
        HistorySample.Read("a NaN")!.Value.Value.ShouldBe(double.NaN);
    }
}
