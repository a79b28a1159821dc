using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>What a feature's values were like in the newest good rows.</summary>
public sealed class FeatureProfile
{
    /// <summary>The feature.</summary>
    public required Feature Feature { get; init; }

    /// <summary>How many good rows it is made of.</summary>
    public int Rows { get; init; }

    /// <summary>The share of missing values, in [0, 1].</summary>
    public double MissingShare { get; init; }
}
