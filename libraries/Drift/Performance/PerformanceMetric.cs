namespace MonitoringDemo.Drift.Performance;

/// <summary>What can be estimated without outcomes, for two classes. All lie in [0, 1]; larger is better.</summary>
public enum PerformanceMetric
{
    /// <summary>Share of rows answered right.</summary>
    Accuracy,

    /// <summary>Share right of the rows answered with class 1; 0 when there is none.</summary>
    Precision,

    /// <summary>Share of the rows of class 1 that were answered so; 0 when there is none.</summary>
    Recall,

    /// <summary>Share of the rows of class 0 that were answered so; 0 when there is none.</summary>
    Specificity,

    /// <summary>Harmonic mean of precision and recall; 0 when there is no row of class 1 and no answer of class 1.</summary>
    F1,

    /// <summary>Chance that a row of class 1 scores above one of class 0, ties counting half.</summary>
    RocAuc,

    /// <summary>Mean precision over the scores as thresholds, weighted by the recall each adds.</summary>
    AveragePrecision,
}
