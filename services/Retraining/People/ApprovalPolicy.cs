using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.People;

/// <summary>Which release needs whom. Pure.</summary>
internal static class ApprovalPolicy
{
    /// <returns>How many people, and why so many.</returns>
    public static (int Needed, string Why) Of(TrainingOrder order, VersionRecord candidate, RegistryState state, PeopleOptions options)
    {
        var recipe = new Recipe(candidate.Trainer, candidate.Parameters).ToString();
        var isNew = order.Trigger == "code"
            || !state.Versions.Any(version => version.PromotedAtRow is not null && version.RejectedBecause is null && new Recipe(version.Trainer, version.Parameters).ToString() == recipe);
        (int Needed, string Why)[] wanted =
        [
            (options.SensitiveModel ? options.SensitiveApprovers : 0, "the model is marked as sensitive"),
            (order.Trigger == "manual" ? options.ManualApprovers : 0, "a person asked for the training"),
            (isNew ? options.NewRecipeApprovers : 0, order.Trigger == "code" ? "changed code made it" : $"no version of {recipe} has served"),
            (options.RoutineApprovers, "every release is approved"),
        ];
        return wanted.MaxBy(each => each.Needed);
    }
}
