using MonitoringDemo.Demo.Scorecard;
using MonitoringDemo.Retraining.Audit;

namespace MonitoringDemo.Demo.Tests.Scorecard;

public sealed class FleetScoreTests
{
    private static readonly AuditReport s_holds = new(10, 10, 2, 2, 2, []);
    private static readonly ReproducedVersion s_same = new(2, 500, "a", "a", 0, []);

    [Fact]
    public void There_are_28_tests_seven_a_section_and_the_final_score_is_the_least_section()
    {
        var score = Of();

        score.Tests.Count.ShouldBe(28);
        score.Tests.GroupBy(test => test.Section).ShouldAllBe(section => section.Count() == 7);
        score.Tests.Select(test => test.Name).ShouldBeUnique();
        score.Tests.ShouldAllBe(test => test.Points == 0 || test.Points == 0.5 || test.Points == 1);
        score.Final.ShouldBe(score.Sections.Values.Min());
        score.NorthStar.Where(clause => !clause.IsMet).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Retraining:DisabledResponses:0", "quality", "infrastructure")]
    [InlineData("Retraining:DisabledResponses:0", "signed", "infrastructure")]
    [InlineData("Retraining:DisabledResponses:0", "slices", "model")]
    [InlineData("Retraining:DisabledResponses:0", "finite", "monitoring")]
    [InlineData("Retraining:DisabledResponses:0", "roll-back", "infrastructure")]
    [InlineData("Retraining:DisabledResponses:0", "quarantine", "monitoring")]
    [InlineData("Retraining:DisabledRows:0", "changed-code-is-tried", "monitoring")]
    [InlineData("DriftDetection:DisabledDetectors:0", "unit-change", "data")]
    [InlineData("DriftDetection:DisabledDetectors:0", "error-rise", "monitoring")]
    [InlineData("DriftDetection:DisabledDetectors:0", "shift", "monitoring")]
    [InlineData("DriftDetection:DisabledDetectors:0", "held-out-norm", "model")]
    public void What_is_switched_off_lowers_its_section_and_raises_none(string setting, string off, string section)
    {
        var (whole, less) = (Of(), Of((setting, off)));

        less.Sections[section].ShouldBeLessThan(whole.Sections[section]);
        ScoreSections.All.ShouldAllBe(each => less.Sections[each] <= whole.Sections[each]);
        less.Tests.Single(test => test.Section == section && test.Points < whole.Tests.Single(same => same.Name == test.Name).Points && test.Why.Length > 0).Evidence.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Retraining:DisabledResponses:0", "signed", "secure by design")]
    [InlineData("Retraining:DisabledResponses:0", "retrain", "performance")]
    [InlineData("Retraining:DisabledRows:0", "moved-inputs-that-hurt-are-learned", "data")]
    [InlineData("DriftDetection:DisabledDetectors:0", "outcome-bias", "observable")]
    [InlineData("Retraining:RoutineApprovers", "1", "automatically")]
    public void What_is_switched_off_is_told_by_its_clause_of_the_north_star(string setting, string off, string clause)
    {
        var score = Of((setting, off));

        score.NorthStar.Where(item => !item.IsMet).Select(item => item.Of).ShouldContain(clause);
    }

    [Fact]
    public void More_is_more()
    {
        var score = Of(("Retraining:Release:Strategy", "canary"), ("DriftDetection:Monitor:MostModelRows", "50000"), ("Retraining:NewRecipeApprovers", "1"));

        score.Tests.Single(test => test.Name == "Models are canaried before serving").Points.ShouldBe(1);
        score.Tests.Single(test => test.Name == "Models are not too stale").Points.ShouldBe(1);
        score.Tests.Single(test => test.Name == "Model specs are reviewed and submitted").Points.ShouldBe(1);
    }

    [Fact]
    public void A_registry_that_does_not_hold_and_a_model_that_comes_out_otherwise_cost_points()
    {
        var broken = FleetScore.Of(new FleetEvidence(new Dictionary<string, string?>(), [], []) { Audit = s_holds with { Problems = [new AuditProblem("version 2", "its signature does not hold")] }, Reproduced = s_same with { Trained = "b" } });

        broken.Tests.Single(test => test.Name == "Model quality is validated before serving").Points.ShouldBe(0);
        broken.Tests.Single(test => test.Name == "Training is reproducible").Points.ShouldBe(0);
        Levels.Reached(broken.Google).ShouldBe(0, "no run has left metadata");
        broken.NorthStar.Where(clause => !clause.IsMet).Select(clause => clause.Of).ShouldBe(["reproducible", "secure by design"]);
    }

    [Fact]
    public void Levels_end_below_the_first_of_which_something_is_missing()
    {
        LevelItem Item(string level, bool met) => new(level, "", met, "");

        Levels.Reached([Item("1", true), Item("2", true), Item("2", false), Item("3", true)]).ShouldBe(1);
        Levels.Reached([Item("1", false), Item("2", true)]).ShouldBe(0);
    }

    private static FleetScore Of(params (string Key, string Value)[] settings) =>
        FleetScore.Of(new FleetEvidence(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value), [], []) { Audit = s_holds, Reproduced = s_same });
}
