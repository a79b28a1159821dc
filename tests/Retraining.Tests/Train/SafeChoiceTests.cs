using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class SafeChoiceTests
{
    private const int Rows = 400;
    private static readonly DataSet Holdout = Labelled();
    private static readonly IModel Model = TrainerCatalog.Get("binned-logistic").Train(Holdout, new Dictionary<string, double>(), 1);
    private static readonly BootstrapOptions Bootstrap = new(200);

    [Fact]
    public void A_clear_lead_takes_the_place_of_the_first_candidate_and_of_longer_windows()
    {
        var (first, best) = (Scored("plain", 0.3, spread: 0.0, rows: 9), Scored("better", 0.4, spread: 0.0));

        SafeChoice.OfRecipes([first, best], Holdout, Bootstrap).ShouldBe((best, null));
        SafeChoice.OfWindows([first, best], Holdout, Bootstrap).ShouldBe((best, null));
    }

    [Fact]
    public void A_lead_that_may_be_luck_does_not_and_the_reason_says_so()
    {
        var (plain, best) = Alike();

        var (winner, lead) = SafeChoice.OfRecipes([plain, best], Holdout, Bootstrap);

        winner.ShouldBe(plain);
        lead!.Lower.ShouldBeLessThanOrEqualTo(0);
        lead.Estimate.ShouldBeGreaterThan(0);
        WinnerReason.Kept(plain, [plain, best], lead, Rows).ShouldContain("stays, because");
    }

    [Fact]
    public void Of_those_that_cannot_be_told_from_the_best_after_a_change_the_one_with_most_rows_is_taken()
    {
        var (plain, best) = Alike();
        var (more, most, far) = (Longer(plain, 500), Longer(plain, 5_000), Scored("old world", 0.1, spread: 0.0, rows: 9_000));

        var (winner, lead) = SafeChoice.OfWindows([best, more, most, far], Holdout, Bootstrap);

        winner.ShouldBe(most);
        WinnerReason.MoreRows(most, [best, more, most, far with { Model = null, Result = null, LeftOut = "no budget" }], lead!, Rows).ShouldSatisfyAllConditions(
            reason => reason.ShouldStartWith("Plain on since-change (5,000 rows) is taken for its many rows, because "),
            reason => reason.ShouldEndWith("; 1 more was left out for the budget."));
    }

    [Fact]
    public void On_the_same_window_the_better_one_is_taken_however_small_its_lead()
    {
        var (plain, best) = Alike();

        SafeChoice.OfWindows([plain, best], Holdout, Bootstrap).ShouldBe((best, null));
    }

    [Fact]
    public void One_that_failed_is_no_candidate_and_without_any_there_is_no_choice()
    {
        var (failed, best) = (Scored("failed", 0.3, spread: 0.0, rows: 9) with { Model = null, Result = null, Failure = "one class" }, Scored("better", 0.3, spread: 0.0));

        SafeChoice.OfRecipes([failed, best], Holdout, Bootstrap).ShouldBe((best, null));
        SafeChoice.OfWindows([failed, best], Holdout, Bootstrap).ShouldBe((best, null));
        SafeChoice.OfRecipes([failed], Holdout, Bootstrap).ShouldBe((null, null));
        SafeChoice.OfWindows([failed], Holdout, Bootstrap).ShouldBe((null, null));
    }

    [Fact]
    public void Without_newer_rows_to_judge_by_the_first_is_taken()
    {
        var (first, second) = (Scored("plain", 0.3, spread: 0.0) with { Answers = null, Result = null }, Scored("other", 0.3, spread: 0.0) with { Answers = null, Result = null });

        SafeChoice.OfWindows([first, second], Holdout.Slice(0, 0), Bootstrap).ShouldBe((first, null));
    }

    private static (Attempt Plain, Attempt Best) Alike()
    {
        var (steady, spread) = (Scored("plain", 0.30, spread: 0.0), Scored("plain", 0.304, spread: 0.3));
        steady.Result!.LogLoss.ShouldNotBe(spread.Result!.LogLoss);
        return spread.Result.LogLoss < steady.Result.LogLoss ? (steady, spread) : (spread, steady);
    }

    private static Attempt Longer(Attempt attempt, int rows) => attempt with { Window = new TrainingWindow("since-change", [.. Enumerable.Range(0, rows).Select(row => (long)row)]) };

    /// <summary>Scores on the right side of a half by so much, give or take.</summary>
    private static Attempt Scored(string name, double sure, double spread, int rows = 1)
    {
        var random = new SplitMix64(5);
        double[] scores = [.. Enumerable.Range(0, Rows).Select(row => 0.5 + ((Holdout.Labels[row] == 1 ? 1 : -1) * (sure + (spread * (random.NextDouble() - 0.5)))))];
        var answers = RowAnswers.Of(scores, Holdout.Labels);
        var attempt = new Attempt(Recipe.Of(name), name, new TrainingWindow("older-history", []), 1) { Model = Model, Answers = answers, Result = Evaluator.Evaluate(answers) };
        return Longer(attempt, rows);
    }

    private static DataSet Labelled()
    {
        var world = new World(3);
        var rows = Enumerable.Range(0, Rows).Select(row => world.Next(row)).ToList();
        return new DataSet(World.Schema, [.. rows.SelectMany(row => row.Values)], [.. rows.Select(row => row.Label)], [.. Enumerable.Range(0, Rows).Select(row => (long)row)]);
    }
}
