using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Champion's loss − challenger's loss on one row, in [−1, 1]: what <see cref="AlwaysValidPairedTest"/> eats.</summary>
public static class PairedLoss
{
    /// <summary>By errors: 1 when only the challenger is right, −1 when only the champion is, else 0.</summary>
    public static double Error(double championScore, double challengerScore, byte label) =>
        (Evaluator.Decide(challengerScore) == label ? 1 : 0) - (Evaluator.Decide(championScore) == label ? 1 : 0);

    /// <summary>By squared error of the probability (Brier); sees improvements that change no answer yet.</summary>
    public static double Brier(double championScore, double challengerScore, byte label) =>
        Squared(championScore, label) - Squared(challengerScore, label);

    /// <summary>The squared error of one answer, in [0, 1].</summary>
    /// <remarks>
    /// Of two classes (p − label)². Of more, half the squared distance of the answer from what happened, the other classes counted as 0: (1 − p)² / 2
    /// where it is right, (1 + p²) / 2 where it is wrong. Nothing is gained by another class than the most probable one, nor by
    /// another probability than its own (a proper score): with that, (1 − p²) / 2 is to be expected.
    /// </remarks>
    public static double Squared(double score, byte label)
    {
        if (!ClassAnswer.IsOne(score))
            return (score - label) * (score - label);
        var p = ClassAnswer.ProbabilityOf(score);
        return ClassAnswer.ClassOf(score) == label ? (1.0 - p) * (1.0 - p) / 2.0 : (1.0 + (p * p)) / 2.0;
    }
}
