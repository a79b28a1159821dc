using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Matrix;

namespace MonitoringDemo.Demo.Tests.Matrix;

public sealed class AblationTests
{
    private static readonly AblationCell Whole = new("unit-change", 1, "", IsRight: true, "Found.", Gained: 5, FalseActions: 0, ["policy:a", "gate:b", "detector:c"]);

    [Fact]
    public void A_part_is_told_with_what_breaks_without_it_what_that_costs_and_what_nobody_used()
    {
        var text = AblationText.Write(
            [Whole, Whole with { Part = "policy:a", IsRight = false, Why = "Trained on broken rows.", Gained = 2.5, FalseActions = 2 }, Whole with { Part = "gate:b" }],
            ["policy:a", "gate:b", "detector:d"]);

        text.ShouldContain("| `policy:a` | 1 | `unit-change` | +2.5 (`unit-change`) | +2.5 | +2 |");
        text.ShouldContain("| `gate:b` | 1 | nothing | 0.0 (`unit-change`) | 0.0 | 0 |");
        text.ShouldContain("missed by no scenario: `gate:b`.");
        text.ShouldContain("Used by no scenario here, so that nothing is known of them: `detector:d`.");
        text.ShouldNotContain("Not right with nothing switched off");
        AblationText.Write([Whole with { IsRight = false }], []).ShouldContain("Not right with nothing switched off either, so that nothing can break in them: `unit-change`, seed 1 (Found).");
        text.ShouldContain("- without `policy:a`, `unit-change`, seed 1: Trained on broken rows.");
    }

    [Fact]
    public async Task Only_parts_that_were_used_are_switched_off_and_what_was_kept_is_not_played_again()
    {
        using var folder = new TemporaryFolder();
        var keep = Path.Combine(folder.Path, "cells.jsonl");
        var run = new AblationRun([Lockstep.Lockstep.Scenario("unit-change")], Seeds: 1, Step: 500, AtOnce: 1, ["policy:broken-data-is-quarantined", "gate:quality"]);

        var cells = await (run with { Cells = new AblationCells(keep) }).PlayAsync(static _ => { }, TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(keep, "{\"Scenario\":", TestContext.Current.CancellationToken);
        var played = 0;
        var again = await (run with { Cells = new AblationCells(keep) }).PlayAsync(_ => played++, TestContext.Current.CancellationToken);

        cells.Select(cell => cell.Part).ShouldBe(["", "policy:broken-data-is-quarantined"], "no gate refused anybody");
        cells[0].Used.ShouldBe(["policy:broken-data-is-quarantined", "detector:unit-change"], ignoreOrder: true);
        cells[0].IsRight.ShouldBeTrue();
        cells[1].IsRight.ShouldBeFalse();
        played.ShouldBe(0);
        AblationText.Write(again, []).ShouldBe(AblationText.Write(cells, []));
    }

    [Fact]
    public void A_kept_line_that_is_no_result_is_refused()
    {
        using var folder = new TemporaryFolder();
        var keep = Path.Combine(folder.Path, "cells.jsonl");
        File.WriteAllText(keep, "what\n");

        var refused = Should.Throw<UnusableInputException>(() => new AblationCells(keep));

        refused.Message.ShouldContain("'what'");
    }
}
