using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>Trained again with another seed, or on its rows drawn anew with replacement, it answers few rows otherwise: else what it says is chance.</summary>
/// <param name="redraws">Whether the rows are drawn anew; else only the seed is another.</param>
/// <param name="most">The share of answers that may change.</param>
internal sealed class StabilityObstacle(bool redraws, double most) : IObstacle
{
    // The same draw for every candidate.
    private const ulong Seed = 20_213;

    public string Name => redraws ? "rows drawn anew" : "another seed";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        if (candidate.TrainAgain is not { } train) throw new UntestableException("it cannot be trained again here");

        var again = Again(train, candidate);
        var changed = Enumerable.Range(0, answers.Count).Count(row => !again.IsSame(answers, row));
        var share = (double)changed / answers.Count;
        return ObstacleResult.Of(share <= most, $"{share:0.000} of the answers change, at most {most:0.000}");
    }

    private RowAnswers Again(Func<ulong, bool, IModel> train, Candidate candidate)
    {
        try
        {
            return RowAnswers.Of(train(Seed, redraws), candidate.Holdout);
        }
        catch (TrainingException e)
        {
            throw new UntestableException($"it cannot be trained again: {e.Message.TrimEnd('.')}");
        }
    }
}
