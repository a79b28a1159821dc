using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>Right often enough, on all rows or on one slice.</summary>
/// <param name="slice">As <see cref="SlicedEvaluator.Slices"/> names it; null for all rows.</param>
/// <param name="least">The least share right.</param>
internal sealed class AccuracyObstacle(string? slice, double least) : IObstacle
{
    public string Name => slice is null ? "accuracy" : $"accuracy where {slice}";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        IReadOnlyList<int> rows = [.. Enumerable.Range(0, answers.Count)];
        if (slice is not null)
            rows = SlicedEvaluator.Slices(candidate.Holdout, leastRows: 1).FirstOrDefault(part => part.Name == slice).Rows ?? throw new UntestableException($"no held-out row is of the slice '{slice}'");

        var right = rows.Count(answers.IsRight);
        var share = (double)right / rows.Count;
        var (lower, upper) = WilsonInterval.Of(right, rows.Count);
        return ObstacleResult.Of(share >= least, upper >= least, $"{share:0.000} ({lower:0.000} to {upper:0.000}) on {rows.Count} rows, at least {least:0.000}");
    }
}
