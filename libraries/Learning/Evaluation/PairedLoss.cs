namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Champion's loss − challenger's loss on one row, in [−1, 1]: what <see cref="AlwaysValidPairedTest"/> eats.</summary>
public static class PairedLoss
{
    /// <summary>By errors: 1 when only the challenger is right, −1 when only the champion is, else 0.</summary>
    public static double Error(double championScore, double challengerScore, byte label) =>
        (Evaluator.Decide(challengerScore) == label ? 1 : 0) - (Evaluator.Decide(championScore) == label ? 1 : 0);

    /// <summary>By squared error of the probability (Brier); sees improvements that change no answer yet.</summary>
    public static double Brier(double championScore, double challengerScore, byte label) =>
        ((championScore - label) * (championScore - label)) - ((challengerScore - label) * (challengerScore - label));
}
