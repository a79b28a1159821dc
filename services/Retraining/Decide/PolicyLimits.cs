using MonitoringDemo.Learning;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>The numbers of the policy; each is explained in <see cref="RetrainingOptions"/>.</summary>
/// <param name="Trainers">Known trainers, and whether each may run here.</param>
internal sealed record PolicyLimits(
    string Model,
    int ConfirmRows,
    double LeastDrop,
    double Sigmas,
    double PlainDrop,
    double PlainSigmas,
    int RowsToRetrain,
    int CoolDownRows,
    int BudgetRuns,
    int BudgetRows,
    int MaxRefits,
    int RefitRows,
    double ShadowSigmas,
    IReadOnlyDictionary<string, bool> Trainers)
{
    public static PolicyLimits From(RetrainingOptions options, string model, IEnumerable<IModelTrainer> trainers) => new(
        model, options.ConfirmRows, options.LeastDrop, options.ConfirmSigmas, options.PlainDrop, options.PlainSigmas, options.RowsToRetrain, options.CoolDownRows,
        options.BudgetRuns, options.BudgetRows, options.MaxRefits, options.RefitRows, options.ShadowSigmas,
        trainers.ToDictionary(trainer => trainer.Name, trainer => !trainer.IsDrill || options.AllowDrills, StringComparer.Ordinal));
}
