using System.Xml.Linq;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.ServiceDefaults.Tests.Pages;

public sealed class LineChartTests
{
    [Fact]
    public void A_line_breaks_where_a_value_is_missing_and_stays_within_the_picture()
    {
        var chart = new LineChart("Q?", "A.", [new ChartLine("one", "blue", [(0, 1), (1, double.NaN), (2, 3), (3, 2)])]);

        var path = Drawn(chart).Descendants("path").Single().Attribute("d")!.Value;

        path.Split('M', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        path.Split('M', 'L', ' ').Where(part => part.Length > 0).Select(double.Parse).ShouldAllBe(place => place >= 0 && place <= 880);
    }

    [Fact]
    public void What_is_seen_is_said_as_well()
    {
        var chart = new LineChart("Is it so?", "It is.", [new ChartLine("one", "blue", [(0, 1), (9, 1)])]);

        var figure = Drawn(chart);

        figure.Descendants("svg").Single().Attribute("aria-label")!.Value.ShouldBe("Is it so? It is.");
        figure.Descendants("figcaption").Single().Value.ShouldBe("It is.");
    }

    [Fact]
    public void Words_that_would_stand_on_each_other_are_left_out_and_their_lines_are_not()
    {
        var chart = new LineChart("Q", "A.", [new ChartLine("one", "blue", [(0, 0), (100, 1)])]) { Marks = [.. Enumerable.Range(50, 5).Select(at => new ChartMark(at, $"moment {at}", "red"))] };

        var figure = Drawn(chart);

        figure.Descendants("line").Count(line => line.Attribute("class")!.Value == "mark red").ShouldBe(5);
        figure.Descendants("text").Count(text => text.Value.StartsWith("moment", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { double.NaN })]
    [InlineData(new[] { 5.0 })]
    [InlineData(new[] { 0.0, 0.0 })]
    public void Nothing_and_a_constant_are_drawn_without_complaint(double[] values)
    {
        var chart = new LineChart("Q", "A.", [new ChartLine("one", "blue", [.. values.Select((value, i) => ((double)i, value))])]);

        var text = chart.Draw().Text;

        text.ShouldNotContain("NaN");
        text.ShouldNotContain("∞");
    }

    private static XElement Drawn(LineChart chart) => XElement.Parse(chart.Draw().Text);
}
