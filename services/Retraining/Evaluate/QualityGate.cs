using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>Better than the champion on recent rows that neither was trained on, by a paired test.</summary>
internal sealed class QualityGate(double alpha, double leastDrop) : IGate
{
    private const double ClearlyWorse = 2.0;

    public string Name => "quality";

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        if (candidate.Proof is { } proof) return JudgeProven(proof, candidate);

        // The best of several looks better than it is: each gets its share of the error level.
        var level = alpha / Math.Max(1, candidate.Tried);
        var result = PairedComparison.Compare(candidate.Champion!, candidate.Model, candidate.Holdout);
        var passed = result.LogLossPValue < level && result.AccuracyDifference > -leastDrop;
        return (passed, FormattableString.Invariant(
            $"log loss {(result.LogLossDifference < 0 ? "higher" : "lower")} by {Math.Abs(result.LogLossDifference):0.0000} than the champion's on {result.Rows} newer rows, accuracy {result.AccuracyDifference:+0.000;-0.000} (p {result.LogLossPValue:0.0000}, needed below {level:0.0000}; accuracy may lose {leastDrop:0.000})"));
    }

    /// <summary>The proof is of training anew; the very model that it ends with must not look worse on the rows since it was trained.</summary>
    private static (bool Passed, string Evidence) JudgeProven(RaceStanding proof, Candidate candidate)
    {
        var own = PairedComparison.Compare(candidate.Champion!, candidate.Model, candidate.Holdout);
        var looksWorse = own.LogLossDifference < -ClearlyWorse * own.LogLossStandardError;
        return (proof.ProvenBetter && !looksWorse, FormattableString.Invariant(
            $"squared error lower by {proof.MeanGain:0.0000} a row on {proof.Rows} later rows, by an always-valid test; its own log loss {(own.LogLossDifference < 0 ? "higher" : "lower")} by {Math.Abs(own.LogLossDifference):0.0000} on the {own.Rows} of them since it was trained"));
    }
}
