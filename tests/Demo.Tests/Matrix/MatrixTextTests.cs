using MonitoringDemo.Demo.Matrix;
using MonitoringDemo.Demo.Tests.Report;

namespace MonitoringDemo.Demo.Tests.Matrix;

public sealed class MatrixTextTests
{
    private static readonly MatrixCell Cell = new(Reports.Manifest, 1, "data-quality (duration_ms)", 100, ["quarantine"], 125, IsRight: true, "Found.", 1.25, 0.5, 0, 1);

    [Fact]
    public void A_scenario_is_one_line_over_its_seeds_and_what_was_not_right_is_told_with_its_reason()
    {
        var text = MatrixText.Write([Cell, Cell with { Seed = 2, FoundAfter = 140, IsRight = false, Why = "Nobody was alerted.", GainedOverStatic = -0.25, FalseActions = 2 }, Cell with { Seed = 3, FoundBy = "", FoundAfter = null, Response = [] }]);

        text.ShouldContain("| `test` | data-quality (duration_ms) (2 of 3) | 100 | quarantine | quarantine (2 of 3) | 125 | 2/3 | +0.8 | +0.5 | 2 |");
        text.ShouldContain("2 of 3 runs were right; 2 false actions.");
        text.ShouldContain("- `test`, seed 2: Nobody was alerted.");
    }

    [Fact]
    public void What_it_was_worth_counts_answers_and_trainings_beside_the_static_twin()
    {
        var cell = Cell with { GainedOverStatic = 10, Trainings = 5, StaticAccuracy = 0.5, Schedule = (6_600, 31) };

        var text = WorthText.Write([cell], new Prices(RightAnswer: 0.01, Training: 0.5));

        text.ShouldContain("| `test` | +1,200 | 4 | +10.00 | +600 | 30 | -9.00 |");
        text.ShouldContain("| `all` | +1,200 | 4 | +10.00 | +600 | 30 | -9.00 |");
        text.ShouldContain("a right answer is worth 0.01 and a training run costs 0.5");
    }

    [Fact]
    public void Where_all_is_right_nothing_is_listed()
    {
        MatrixText.Write([Cell]).ShouldNotContain("Not right");
    }

    [Fact]
    public void A_table_goes_between_the_marks_of_a_document_and_leaves_the_rest_as_it_is()
    {
        var document = $"# Title\n\n{MatrixText.Begin}\nold\n{MatrixText.End}\n\nThe end.\n";

        var once = MatrixText.Into(document, "new\n");
        var twice = MatrixText.Into(once, "new\n");

        once.ShouldBe($"# Title\n\n{MatrixText.Begin}\nnew\n{MatrixText.End}\n\nThe end.\n");
        twice.ShouldBe(once);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no marks")]
    [InlineData("<!-- matrix: end --> <!-- matrix: begin -->")]
    public void Without_marks_the_table_is_the_document(string? document)
    {
        MatrixText.Into(document, "new\n").ShouldBe("new\n");
    }
}
