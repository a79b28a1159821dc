using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>How often the group answered 1 least is answered so, against the group answered so most: the disparate impact, with its interval of 95 %.</summary>
/// <remarks>M. Feldman et al., KDD 2015; the interval of a ratio of two shares: D. Katz et al., Biometrics 34 (1978).</remarks>
/// <param name="Low">The group answered 1 least.</param>
/// <param name="High">The group answered 1 most.</param>
/// <param name="Ratio">Of their shares; 0 where the lower group is never answered so, 1 where no group is.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
internal sealed record FairnessRatio(FairnessGroup Low, FairnessGroup High, double Ratio, double Lower, double Upper)
{
    /// <summary>A smaller group says too little.</summary>
    public const int LeastRows = 50;

    private const double Quantile = 1.959963984540054;

    /// <summary>Null where fewer than two groups have 50 rows: nothing can be compared.</summary>
    public static FairnessRatio? Of(IReadOnlyList<FairnessGroup> groups)
    {
        var large = groups.Where(group => group.Rows >= LeastRows).ToList();
        if (large.Count < 2) return null;

        var (low, high) = (large.MinBy(group => group.AnsweredShare)!, large.MaxBy(group => group.AnsweredShare)!);
        if (high.Answered == 0) return new FairnessRatio(low, high, 1, 1, 1);

        // A group without a single one has half of one, so that an interval can be told.
        var (counted, ratio) = (Math.Max(low.Answered, 0.5), low.AnsweredShare / high.AnsweredShare);
        var error = Math.Sqrt(((1 - (counted / low.Rows)) / counted) + ((1 - high.AnsweredShare) / high.Answered));
        var middle = counted / low.Rows / high.AnsweredShare;
        return new FairnessRatio(low, high, ratio, low.Answered == 0 ? 0 : middle * Deterministic.Exp(-Quantile * error), middle * Deterministic.Exp(Quantile * error));
    }
}
