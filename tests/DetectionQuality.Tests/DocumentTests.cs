namespace MonitoringDemo.DetectionQuality.Tests;

public sealed class DocumentTests
{
    private const string Page = "before\n<!-- speed: begin -->\nold\n<!-- speed: end -->\nafter\n";

    [Fact]
    public void A_section_is_replaced_between_its_markers()
    {
        var page = Document.Replace(Page, "speed", "\nnew\n");

        page.ShouldBe("before\n<!-- speed: begin -->\nnew\n<!-- speed: end -->\nafter\n");
    }

    [Fact]
    public void A_page_without_the_markers_is_refused()
    {
        var refusal = Should.Throw<UnusableInputException>(() => Document.Replace(Page, "budget", "new"));

        refusal.Message.ShouldContain("<!-- budget: begin -->");
    }
}
