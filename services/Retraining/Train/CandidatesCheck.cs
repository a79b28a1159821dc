using Microsoft.Extensions.Options;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Refuses candidates that no training run could try: each is trained on a handful of rows when the service starts.</summary>
internal sealed class CandidatesCheck(IReadOnlyList<IModelTrainer> trainers) : IValidateOptions<RetrainingOptions>
{
    private static readonly DataSet Rows = new(new FeatureSchema([new("x", FeatureKind.Numeric, [])], "y"), [0, 1, 2, 3], [0, 1, 0, 1], [0, 1, 2, 3]);

    public ValidateOptionsResult Validate(string? name, RetrainingOptions options)
    {
        try
        {
            foreach (var recipe in Recipes.Read(options))
            {
                var trainer = trainers.FirstOrDefault(trainer => trainer.Name == recipe.Trainer);
                if (trainer is null)
                    return Refuse($"There is no trainer '{recipe.Trainer}'; known are {string.Join(", ", trainers.Select(known => known.Name))}.");
                trainer.Train(Rows, recipe.Parameters, 0);
            }

            return ValidateOptionsResult.Success;
        }
        catch (Exception e) when (e is FormatException or TrainingException)
        {
            return Refuse(e.Message);
        }
    }

    private static ValidateOptionsResult Refuse(string why) => ValidateOptionsResult.Fail($"{RetrainingOptions.Section}:{nameof(RetrainingOptions.Candidates)}: {why}");
}
