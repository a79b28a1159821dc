using MonitoringDemo.Demo.Matrix;

namespace MonitoringDemo.Demo.Tests.Matrix;

public sealed class MatrixRunTests
{
    private static readonly string[] Subset =
        ["traffic-surge", "outcomes-stop", "misses-untold", "null-burst", "clock-ahead"];

    [Fact]
    public async Task The_fixed_subset_is_right()
    {
        var run = new MatrixRun([.. Subset.Select(Lockstep.Lockstep.Scenario)], Seeds: 1, Step: 25, AtOnce: 2);

        var cells = await run.PlayAsync(_ => { }, TestContext.Current.CancellationToken);

        cells.Select(cell => cell.Manifest.Id).ShouldBe(Subset);
        cells.Where(cell => !cell.IsRight).Select(cell => $"{cell.Manifest.Id}: {cell.Why}").ShouldBeEmpty();
        cells.Sum(cell => cell.FalseActions).ShouldBe(0);
    }

    [Fact]
    public async Task How_many_play_at_once_changes_nothing()
    {
        var scenarios = new[] { "bad-candidate", "unit-change" }.Select(Lockstep.Lockstep.Scenario).ToList();

        var alone = await new MatrixRun(scenarios, Seeds: 1, Step: 500, AtOnce: 1).PlayAsync(_ => { }, TestContext.Current.CancellationToken);
        var together = await new MatrixRun(scenarios, Seeds: 1, Step: 500, AtOnce: 2).PlayAsync(_ => { }, TestContext.Current.CancellationToken);

        MatrixText.Write(together).ShouldBe(MatrixText.Write(alone));
    }
}
