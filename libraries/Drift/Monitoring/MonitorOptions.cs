namespace MonitoringDemo.Drift.Monitoring;

/// <summary>The monitor's windows and thresholds. All counts are rows, so results depend on rows only.</summary>
public sealed record MonitorOptions
{
    /// <summary>How many of the newest rows are kept, for references, onsets and late outcomes.</summary>
    public int KeptRows { get; init; } = 20_000;

    /// <summary>Data quality is looked at every so many rows.</summary>
    public int QualityStep { get; init; } = 25;

    /// <summary>The newest rows that a quality check may weigh.</summary>
    public int QualityWindow { get; init; } = 250;

    /// <summary>A profile of what is well is made of so many good rows, and renewed every half of it.</summary>
    public int ProfileRows { get; init; } = 2_000;

    /// <summary>No data-quality check judges on fewer good rows.</summary>
    public int LeastProfileRows { get; init; } = 1_000;

    /// <summary>Drift is looked at every so many rows.</summary>
    public int DriftStep { get; init; } = 250;

    /// <summary>The newest rows that are compared with the reference; a multiple of <see cref="DriftStep"/>.</summary>
    public int DriftWindow { get; init; } = 1_000;

    /// <summary>A drift reference of fewer rows is not used.</summary>
    public int LeastReferenceRows { get; init; } = 200;

    /// <summary>Bins on the reference's quantiles.</summary>
    public int Bins { get; init; } = 10;

    /// <summary>The population stability index below which a shift is no news, however significant.</summary>
    public double LeastPsi { get; init; } = 0.1;

    /// <summary>The probability of a false alarm of one drift comparison: the budget of all features and all checks of a long run is a sum of these.</summary>
    public double AlphaPerTest { get; init; } = 1e-9;

    /// <summary>The champion's first scored rows, which later scores are compared with.</summary>
    public int ScoreReferenceRows { get; init; } = 1_000;

    /// <summary>The champion's first outcomes, which say what its errors are when all is well.</summary>
    public int BaselineOutcomes { get; init; } = 1_000;

    /// <summary>No fewer outcomes make a baseline.</summary>
    public int LeastBaselineOutcomes { get; init; } = 200;

    /// <summary>Errors may rise by so much above the upper confidence limit of the baseline before it counts.</summary>
    public double ErrorMargin { get; init; } = 0.01;

    /// <summary>Mean number of outcomes to a false alarm about performance, at the least.</summary>
    public double ErrorRunLength { get; init; } = 1e8;

    internal void Validate()
    {
        Require(QualityStep > 0 && QualityWindow >= QualityStep, "QualityStep must be positive and QualityWindow no smaller");
        Require(DriftStep > 0 && DriftStep % QualityStep == 0, "DriftStep must be a multiple of QualityStep");
        Require(DriftWindow >= DriftStep && DriftWindow % DriftStep == 0, "DriftWindow must be a multiple of DriftStep");
        Require(KeptRows >= 2 * DriftWindow && KeptRows >= ProfileRows + QualityWindow, "KeptRows must hold two drift windows, and ProfileRows and QualityWindow together");
        Require(Bins >= 2, "Bins must be at least 2");
        Require(AlphaPerTest is > 0 and < 0.5, "AlphaPerTest must lie between 0 and 0.5");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new ArgumentException($"{nameof(MonitorOptions)}: {rule}.");
    }
}
