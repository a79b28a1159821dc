using System.Globalization;

namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The seven tests for model development.</summary>
internal static class ModelScore
{
    private const string Section = ScoreSections.Model;

    public static IEnumerable<ScoreItem> Of(FleetEvidence fleet)
    {
        yield return fleet.People.NewRecipeApprovers > 0
            ? new(Section, "Model specs are reviewed and submitted", 1, $"Each version names the commit that made it, and a new recipe waits for {fleet.People.NewRecipeApprovers} people.", "Retraining:NewRecipeApprovers; models verify")
            : new(Section, "Model specs are reviewed and submitted", 0.5, "Each version names the commit that made it. A new recipe is released without anybody's approval.", "Retraining:NewRecipeApprovers");
        yield return fleet.Has("held-out-norm")
            ? new(Section, "Offline and online metrics correlate", 1, "A champion's errors on held-out rows are the norm for its errors on served rows from the first outcome on; more of them is a finding.", "docs/decisions/0033-a-norm-from-before-the-first-answer.md")
            : new(Section, "Offline and online metrics correlate", 0, "The detector held-out-norm is switched off: nothing compares errors before and after the release.", "DriftDetection:DisabledDetectors");
        var recipes = fleet.Experiments.Select(experiment => experiment.Trainer + experiment.Settings).Distinct().Count();
        yield return recipes > 1
            ? new(Section, "All hyperparameters have been tuned", 1, string.Create(CultureInfo.InvariantCulture, $"{recipes} recipes have competed on held-out rows in {fleet.Experiments.Count} experiments; each training run tries them anew."), "experiments")
            : new(Section, "All hyperparameters have been tuned", 0, "Fewer than two recipes have been tried.", "Retraining:Candidates");
        yield return fleet.Models.Count == 0
            ? new(Section, "The impact of model staleness is known", 0, "No model has served yet.", "models")
            : new(Section, "The impact of model staleness is known", 1, "Model 1, never updated, answers every row beside the champion: the difference is shown, and is what standing still costs.", "mlops_model_score{role=\"static\"}; tests/Demo.Tests/Lockstep");
        yield return fleet.Experiments.Any(experiment => experiment.Trainer.Contains("logistic", StringComparison.Ordinal))
            ? new(Section, "A simpler model is not better", 1, "A logistic regression is among the candidates of each run, and wins where it is better.", "experiments")
            : new(Section, "A simpler model is not better", 0, "No logistic regression has been tried beside the others.", "Retraining:Candidates");
        yield return fleet.HasGate("slices")
            ? new(Section, "Model quality is sufficient on important data slices", 1, "The gate slices refuses a candidate that is much worse on one of them.", "tests/Retraining.Tests/Evaluate")
            : new(Section, "Model quality is sufficient on important data slices", fleet.Champion is { Metrics.Count: > 1 } ? 0.5 : 0, "The gate slices is switched off; measures by slice are kept of each version.", "Retraining:DisabledResponses");
        yield return fleet.HasObstacle("bias")
            ? new(Section, "The model is tested for considerations of inclusion", 1, "The obstacle course asks that groups are answered alike, and no candidate passes without.", "Retraining:Obstacles")
            : fleet.Card.SensitiveFeatures is { Length: > 0 } features
                ? new(Section, "The model is tested for considerations of inclusion", 0.5, $"Cards show how groups by {features} are answered. No gate asks for it.", "models card; Retraining:Obstacles")
                : new(Section, "The model is tested for considerations of inclusion", 0, "No feature is named as sensitive, and no obstacle asks how groups are answered.", "Retraining:SensitiveFeatures; Retraining:Obstacles");
    }
}
