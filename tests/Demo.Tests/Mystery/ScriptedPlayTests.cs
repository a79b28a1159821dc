using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Scripts;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Tests.Mystery;

public sealed class ScriptedPlayTests
{
    [Fact]
    public async Task A_team_that_always_retrains_does_harm_where_that_is_wrong_and_is_far_from_one_that_understands()
    {
        var scenario = ScenarioCatalog.TryGet("unit-change").ShouldNotBeNull();

        var scores = await new ScriptedPlay(scenario, Seed: 1, Rows: 2_500, Step: 500) { Options = new Dictionary<string, string?> { ["Retraining:Candidates"] = "binned-logistic" } }.PlayAsync(TestContext.Current.CancellationToken);

        scores.AreRight.ShouldBeTrue($"{scores.Perfect.Score.Total}, {scores.DoNothing.Score.Total}, {scores.RetrainAlways.Score.Total}");
        scores.Perfect.Case.Lines.ShouldContain(line => line.Who == MysteryDeeds.Fleet && line.What == MysteryDeeds.Found && line.Text.Contains("duration_ms"));
        scores.Perfect.Case.Lines.ShouldContain(line => line.Who == MysteryDeeds.Team && line.What == MysteryDeeds.Answer);
        scores.RetrainAlways.Case.Lines.Count(line => line.Who == MysteryDeeds.Team && line.What == MysteryDeeds.Retrain).ShouldBe(3);
        scores.RetrainAlways.Score.Damage.ShouldBeLessThan(0);
        scores.DoNothing.Score.Total.ShouldBe(10);
    }
}
