using MonitoringDemo.Dashboards.Tests.Lint;

namespace MonitoringDemo.Dashboards.Tests;

public sealed class PromQlTests
{
    [Theory]
    [InlineData("up", "up")]
    [InlineData("""sum by (a, b) (rate(x_total{c="y (z)", d=~"{1}"}[5m])) / on (a) group_left (e) max by (a) (w)""", "x_total[5m] w")]
    [InlineData("time() - max(last_seconds > 0) or 1e9 * vector(0.5)", "last_seconds")]
    [InlineData("min_over_time((max by (m) (a) - on (m) group_right () b > 0)[$__range:])", "a b")]
    [InlineData("count(up == 0 and max_over_time(up[1h]) == bool 1) or vector(0)", "up up[1h]")]
    [InlineData("""a:b:rate5m{model="m"} offset 1d unless ALERTS{alertstate="firing"}""", "a:b:rate5m ALERTS")]
    public void It_finds_each_metric_and_its_window(string query, string expected)
    {
        var found = PromQl.Selectors(query);

        string.Join(' ', found.Select(selector => selector.Metric + (selector.Range is null ? "" : $"[{selector.Range}]"))).ShouldBe(expected);
    }

    [Fact]
    public void It_knows_what_a_metric_stands_in()
    {
        var found = PromQl.Selectors("histogram_quantile(0.5, sum by (le) (rate(x_bucket[5m])))").ShouldHaveSingleItem();

        found.Inside.ShouldBe(["histogram_quantile", "sum", "rate"]);
    }
}
