using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Plan;

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

    /// <summary>A broken feature with a smaller share of what moves the champion's scores is told, but its rows are used all the same.</summary>
    public double LeastImportance { get; init; } = 0.01;

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

    /// <summary>A shift of a number by up to so many standard deviations is never news, however many rows show it.</summary>
    public double ToleratedShift { get; init; } = 0.1;

    /// <summary>
    /// The probability of any finding at all in 100,000 rows of a stream that does not change, over all features and checks.
    /// <see cref="FalseFindingShares"/> says who gets which part.
    /// </summary>
    public double FalseFindingBudget { get; init; } = 0.01;

    /// <summary>The champion's first scored rows, which later scores are compared with.</summary>
    public int ScoreReferenceRows { get; init; } = 1_000;

    /// <summary>The champion's first outcomes say what its errors are when all is well; a baseline grows to so many.</summary>
    public int BaselineOutcomes { get; init; } = 3_000;

    /// <summary>No fewer outcomes make a baseline.</summary>
    public int LeastBaselineOutcomes { get; init; } = 200;

    /// <summary>No fewer held-out rows say what a champion's errors should be from its first outcome on.</summary>
    public int LeastHeldOutRows { get; init; } = 1;

    /// <summary>Errors that stay so close to the upper confidence limit of the baseline are taken for well again; half the usual share of errors where that is less.</summary>
    public double ErrorMargin { get; init; } = 0.01;

    /// <summary>Outcomes have stopped when none came for more rows than this,</summary>
    public int LeastSilentRows { get; init; } = 1_000;

    /// <summary>and for more than so many times the longest wait before,</summary>
    public int SilentWaits { get; init; } = 5;

    /// <summary>of which there must have been so many.</summary>
    public int LeastWaits { get; init; } = 20;

    /// <summary>A champion whose newest training row is more rows ago than this is too old; 0 lets it grow as old as it will.</summary>
    public long MostModelRows { get; init; }

    /// <summary>Detectors and tests beside the monitor's own evidence.</summary>
    public IReadOnlyList<PlannedTest> Tests { get; init; } = [];

    /// <summary>All settings in one line; two monitors with the same line find the same.</summary>
    internal string Line => $"{this with { Tests = [] }} {string.Join("; ", Tests)}";

    /// <summary>The margin where the usual share of errors is so large: absolute, and relative where errors are rare.</summary>
    internal double MarginFor(double usual) => Math.Min(ErrorMargin, usual / 2);

    /// <summary>One past the newest row that data quality has had the time to look at twice.</summary>
    internal long Vetted(long nextRow) => nextRow - 2L * QualityStep;

    /// <summary>Checks that the settings fit together.</summary>
    /// <exception cref="ArgumentException">They do not; the message names which, and the rule.</exception>
    public void Validate()
    {
        Require(QualityStep > 0 && QualityWindow >= QualityStep, "QualityStep must be positive and QualityWindow no smaller");
        Require(DriftStep > 0 && DriftStep % QualityStep == 0, "DriftStep must be a multiple of QualityStep");
        Require(DriftWindow >= DriftStep && DriftWindow % DriftStep == 0, "DriftWindow must be a multiple of DriftStep");
        Require(KeptRows >= 2 * DriftWindow && KeptRows >= ProfileRows + QualityWindow, "KeptRows must hold two drift windows, and ProfileRows and QualityWindow together");
        Require(LeastProfileRows > 0 && ProfileRows >= LeastProfileRows, "LeastProfileRows must be positive, and ProfileRows no smaller");
        Require(LeastReferenceRows > 0 && ScoreReferenceRows > 0, "LeastReferenceRows and ScoreReferenceRows must be positive");
        Require(LeastPsi >= 0 && ErrorMargin >= 0, "LeastPsi and ErrorMargin must not be negative");
        Require(LeastSilentRows > 0 && SilentWaits > 0 && LeastWaits > 0, "LeastSilentRows, SilentWaits and LeastWaits must be positive");
        Require(MostModelRows >= 0, "MostModelRows must not be negative");
        foreach (var test in Tests) test.Validate(this);
        Require(Bins >= 2, "Bins must be at least 2");
        Require(LeastImportance is >= 0 and < 1, "LeastImportance must lie between 0 and 1");
        Require(ToleratedShift is >= 0 and < 1, "ToleratedShift must lie between 0 and 1");
        Require(FalseFindingBudget is > 0 and <= 1, "FalseFindingBudget must lie between 0 and 1");
        Require(LeastHeldOutRows >= 1, "LeastHeldOutRows must be at least 1");
        Require(LeastBaselineOutcomes >= 20 && BaselineOutcomes >= LeastBaselineOutcomes, "LeastBaselineOutcomes must be at least 20, and BaselineOutcomes no smaller");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new ArgumentException($"{nameof(MonitorOptions)}: {rule}.");
    }
}
