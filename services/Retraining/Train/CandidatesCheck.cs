using Microsoft.Extensions.Options;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Refuses candidates that no training run could try: each is trained on a handful of rows when the service starts.</summary>
internal sealed class CandidatesCheck(IReadOnlyList<IModelTrainer> trainers) : IValidateOptions<TrainingOptions>
{
    private static readonly DataSet Rows = new(new FeatureSchema([new("x", FeatureKind.Numeric, [])], "y"), [0, 1, 2, 3], [0, 1, 0, 1], [0, 1, 2, 3]);

    public ValidateOptionsResult Validate(string? name, TrainingOptions options)
    {
        try
        {
            var candidates = Recipes.Read(options);
            if (candidates.Count == 0 && options.Trainer.Length == 0) return Refuse("there is nothing to try; name a trainer, for instance binned-logistic.");
            if (options.Trainer.Length > 0 && WhyNot(options.Trainer) is { } why)
                return ValidateOptionsResult.Fail($"{RetrainingModule.Section}:{nameof(TrainingOptions.Trainer)}: {why}");
            foreach (var recipe in candidates)
            {
                if (WhyNot(recipe.Trainer) is { } reason)
                    return Refuse(reason);
                trainers.First(trainer => trainer.Name == recipe.Trainer).Train(Rows, recipe.Parameters, 0);
            }

            return ValidateOptionsResult.Success;
        }
        catch (Exception e) when (e is FormatException or TrainingException)
        {
            return Refuse(e.Message);
        }
    }

    // Null for a trainer that is there and can train on this machine.
    private string? WhyNot(string name) => trainers.FirstOrDefault(trainer => trainer.Name == name) is { } found
        ? found.Unavailable
        : $"There is no trainer '{name}'; known are {string.Join(", ", trainers.Select(known => known.Name))}.";

    private static ValidateOptionsResult Refuse(string why) => ValidateOptionsResult.Fail($"{RetrainingModule.Section}:{nameof(TrainingOptions.Candidates)}: {why}");
}
