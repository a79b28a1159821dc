namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Rows by true class and by answer, and the shares that follow.</summary>
/// <param name="TrueNegatives">Rows of class 0 answered 0.</param>
/// <param name="FalsePositives">Rows of class 0 answered 1.</param>
/// <param name="FalseNegatives">Rows of class 1 answered 0.</param>
/// <param name="TruePositives">Rows of class 1 answered 1.</param>
public sealed record ConfusionMatrix(int TrueNegatives, int FalsePositives, int FalseNegatives, int TruePositives)
{
    /// <summary>Share of the rows answered 1 that are of class 1; 0 when no row was answered 1.</summary>
    public double Precision => Share(TruePositives, FalsePositives);

    /// <summary>Share of the rows of class 1 that were answered 1; 0 when there are none.</summary>
    public double Recall => Share(TruePositives, FalseNegatives);

    /// <summary>Share of the rows of class 0 that were answered 0; 0 when there are none.</summary>
    public double Specificity => Share(TrueNegatives, FalsePositives);

    private static double Share(int part, int rest) => part == 0 ? 0.0 : (double)part / (part + rest);
}
