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
    public void A_clear_lead_takes_the_place_of_the_first_candidate()
    {
        var (first, best) = (Scored("plain", 0.3, spread: 0.0), Scored("better", 0.4, spread: 0.0));

        SafeChoice.Of([first, best], best, Holdout, Bootstrap).ShouldBe((best, null));
    }

    [Fact]
    public void A_lead_that_may_be_luck_does_not_and_the_reason_says_so()
    {
        var (first, luckier) = (Scored("plain", 0.30, spread: 0.0), Scored("luckier", 0.304, spread: 0.3));
        luckier.Result!.LogLoss.ShouldNotBe(first.Result!.LogLoss);
        var (plain, best) = luckier.Result.LogLoss < first.Result.LogLoss ? (first, luckier) : (luckier, first);

        var (winner, kept) = SafeChoice.Of([plain, best], best, Holdout, Bootstrap);

        winner.ShouldBe(plain);
        kept!.Lower.ShouldBeLessThanOrEqualTo(0);
        kept.Estimate.ShouldBeGreaterThan(0);
        WinnerReason.Kept(plain, best, kept, Rows).ShouldContain("stays, because");
    }

    [Fact]
    public void One_that_failed_is_no_first_candidate_and_without_any_there_is_no_choice()
    {
        var (failed, best) = (Scored("failed", 0.3, spread: 0.0) with { Model = null, Result = null, Failure = "one class" }, Scored("better", 0.3, spread: 0.0));

        SafeChoice.Of([failed, best], best, Holdout, Bootstrap).ShouldBe((best, null));
        SafeChoice.Of([failed], null, Holdout, Bootstrap).ShouldBe((null, null));
    }

    /// <summary>Scores on the right side of a half by so much, give or take.</summary>
    private static Attempt Scored(string name, double sure, double spread)
    {
        var random = new SplitMix64(5);
        double[] scores = [.. Enumerable.Range(0, Rows).Select(row => 0.5 + ((Holdout.Labels[row] == 1 ? 1 : -1) * (sure + (spread * (random.NextDouble() - 0.5)))))];
        return new Attempt(Recipe.Of(name), new TrainingWindow("older-history", [0]), 1) { Model = Model, Scores = scores, Result = Evaluator.Evaluate(scores, Holdout.Labels) };
    }

    private static DataSet Labelled()
    {
        var world = new World(3);
        var rows = Enumerable.Range(0, Rows).Select(row => world.Next(row)).ToList();
        return new DataSet(World.Schema, [.. rows.SelectMany(row => row.Values)], [.. rows.Select(row => row.Label)], [.. Enumerable.Range(0, Rows).Select(row => (long)row)]);
    }
}
