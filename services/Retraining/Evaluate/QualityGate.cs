using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>Better than the champion on recent rows that neither was trained on, by a paired test.</summary>
internal sealed class QualityGate(JudgingOptions options, PolicyOptions policy) : IGate
{
    private const double ClearlyWorse = 2.0;
    // The test on the log loss takes its mean for normal, which that of few rows is not.
    private const int FewRows = 50;

    public string Name => "quality";

    public int Order => 30;

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        var result = PairedComparison.Compare(candidate.Champion!, candidate.Model, candidate.Holdout);
        if (candidate.Proof is { } proof) return JudgeProven(proof, candidate);
        if (candidate.IsRefit) return JudgeRefit(result);

        // The best of several looks better than it is: each gets its share of the error level.
        var level = options.QualityAlpha / Math.Max(1, candidate.Tried);
        var p = ErrorProbability(result);
        var passed = p < level && result.AccuracyDifference > -policy.LeastDrop;
        var points = 100 * result.AccuracyDifference;
        var verdict = passed ? "sure enough" : p < level ? "surer of itself, but fewer right answers" : points > 0 ? "too few to be sure" : "no better";
        return (passed, FormattableString.Invariant(
            $"{(points < 0 ? "worse" : "better")} by {Math.Abs(points):0.0} points on {result.Rows} newer rows: {verdict} (log loss {Side(result)} by {Math.Abs(result.LogLossDifference):0.0000}, p {p:0.0000}, needed below {level:0.0000})"));
    }

    /// <summary>The probability of so large a difference if the candidate were no better: of the log loss, and on few rows of the answers that only one of the two got right.</summary>
    public static double ErrorProbability(Candidate candidate) => ErrorProbability(PairedComparison.Compare(candidate.Champion!, candidate.Model, candidate.Holdout));

    private static double ErrorProbability(PairedComparisonResult result) => result.Rows < FewRows ? result.AccuracyPValue : result.LogLossPValue;

    private static string Side(PairedComparisonResult result) => result.LogLossDifference < 0 ? "higher" : "lower";

    /// <summary>More rows of the same change, or a champion past its age: it only has to look better, for what it replaces was learned from fewer rows, or from older ones than its owner allows.</summary>
    private (bool Passed, string Evidence) JudgeRefit(PairedComparisonResult result) =>
        (result.LogLossDifference > 0 && result.AccuracyDifference > -policy.LeastDrop, FormattableString.Invariant(
            $"log loss {Side(result)} by {Math.Abs(result.LogLossDifference):0.0000} than the champion's on {result.Rows} newer rows, accuracy {result.AccuracyDifference:+0.000;-0.000}"));

    /// <summary>The proof is of training anew; the very model that it ends with must not look worse on the rows since it was trained.</summary>
    private static (bool Passed, string Evidence) JudgeProven(Proof proof, Candidate candidate)
    {
        var (rows, sum, squares) = (candidate.Holdout, 0.0, 0.0);
        for (var i = 0; i < rows.Count; i++)
        {
            var gain = PairedLoss.Brier(candidate.Champion!.Score(rows.Row(i)), candidate.Model.Score(rows.Row(i)), rows.Labels[i]);
            (sum, squares) = (sum + gain, squares + (gain * gain));
        }

        var mean = sum / rows.Count;
        var error = Math.Sqrt(Math.Max(0, (squares / rows.Count) - (mean * mean)) / rows.Count);
        return (mean >= -ClearlyWorse * error, FormattableString.Invariant(
            $"{(proof.IsProvenBetter ? "squared error lower" : "training anew is trusted: squared error lower")} by {proof.MeanGain:0.0000} a row on {proof.Rows} later rows; its own {(mean < 0 ? "higher" : "lower")} by {Math.Abs(mean):0.0000} on the {rows.Count} of them since it was trained"));
    }
}
