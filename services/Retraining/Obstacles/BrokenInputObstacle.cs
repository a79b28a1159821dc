using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>A broken feature costs no more than so many points of accuracy.</summary>
/// <param name="how">What is wrong with it.</param>
/// <param name="feature">Which.</param>
/// <param name="other">The one that it is swapped with; else null.</param>
/// <param name="most">Points, in [0, 100].</param>
internal sealed class BrokenInputObstacle(BrokenInput how, string feature, string? other, double most) : IObstacle
{
    // The same noise for every candidate.
    private const ulong Seed = 20_211;

    public string Name => how switch
    {
        BrokenInput.Missing => $"{feature} missing",
        BrokenInput.Noise => $"{feature} noisy",
        BrokenInput.Unit => $"{feature} in another unit",
        BrokenInput.Far => $"{feature} far off",
        BrokenInput.Unseen => $"{feature} of an unseen category",
        _ => $"{feature} and {other} swapped",
    };

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        var rows = candidate.Holdout;
        if (Disturbance.Ask(candidate.Model, Broken(rows)) is not { } broken) return ObstacleResult.Of(false, $"a row gets no probability");
        var lost = 100.0 * (answers.Right - broken.Right) / rows.Count;
        return ObstacleResult.Of(lost <= most, $"{lost:0.0} points lost, at most {most:0.0}");
    }

    private DataSet Broken(DataSet rows)
    {
        var place = ObstacleRows.Feature(rows, feature, how switch { BrokenInput.Noise or BrokenInput.Unit or BrokenInput.Far => FeatureKind.Numeric, BrokenInput.Unseen => FeatureKind.Categorical, _ => null });
        return how switch
        {
            BrokenInput.Missing => Disturbance.Missing(rows, place),
            BrokenInput.Noise => Disturbance.Noisy(rows, place, Disturbance.Seen(rows, place), Seed),
            BrokenInput.Unit => Disturbance.OtherUnit(rows, place),
            BrokenInput.Far => Disturbance.Far(rows, place, Disturbance.Seen(rows, place)),
            BrokenInput.Unseen => Disturbance.Unseen(rows, place),
            _ => Disturbance.Swapped(rows, place, ObstacleRows.Feature(rows, other!)),
        };
    }
}
