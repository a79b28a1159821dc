using System.Globalization;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.ServiceDefaults.Tests.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void A_value_is_encoded_and_a_piece_is_not()
    {
        var piece = Html.Of($"<b>{"a < b & \"c\""}</b>");

        var whole = Html.Of($"<p title=\"{"\"><script>"}\">{piece}</p>");

        whole.Text.ShouldBe("<p title=\"&quot;&gt;&lt;script&gt;\"><b>a &lt; b &amp; &quot;c&quot;</b></p>");
    }

    [Fact]
    public void Numbers_are_written_alike_everywhere()
    {
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = other;

        var piece = Html.Of($"{1234567:N0} {0.5:0.00} {(double?)null:0.0}");

        piece.Text.ShouldBe("1,234,567 0.50 ");
    }

    [Fact]
    public void A_page_loads_and_runs_nothing()
    {
        var page = HtmlPage.Of("<Title>", Html.None, Html.Of($"{new LineChart("Q", "A.", [new ChartLine("one", "blue", [(0, 1), (1, 2)])]).Draw()}"));

        page.ShouldContain("<h1>&lt;Title&gt;</h1>");
        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain("http", Case.Insensitive);
        page.ShouldNotContain("url(", Case.Insensitive);
    }
}
