namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>A detector or a test that watches beside the monitor's own evidence: what, on which stream, and what it may cause.</summary>
public sealed record PlannedTest
{
    /// <summary>Between the features that a test of many looks at together, as in <c>energy+valence</c>.</summary>
    public const char And = '+';

    /// <summary>On every feature that the test suits; a test of many features looks at all numeric ones together.</summary>
    public const string EveryFeature = "*";

    /// <summary>On the champion's score.</summary>
    public const string Score = "score";

    /// <summary>On the champion's wrong answers, 1, and right ones, 0, as outcomes arrive; for detectors only.</summary>
    public const string Error = "error";

    /// <summary>The name of an <see cref="IDriftDetector"/>, an <see cref="ITwoSampleTest"/> or an <see cref="IMultivariateTest"/>, for instance <c>page-hinkley</c>.</summary>
    public string Test { get; init; } = "";

    /// <summary>A feature's name (of a test of many features, two or more with <see cref="And"/> between them), <see cref="EveryFeature"/>, <see cref="Score"/> or <see cref="Error"/>.</summary>
    public string On { get; init; } = EveryFeature;

    /// <summary>
    /// The mean number of rows to a false alarm, as its author measured it. With it the test makes findings, which may cause decisions; without, it
    /// is advisory: shown, and never a cause. The monitor's own budget does not count it.
    /// </summary>
    public double? RowsToFalseAlarm { get; init; }

    /// <summary>Of a test: the newest rows that are compared with the champion's training rows; a test of many features does so once for every half of it.</summary>
    public int Window { get; init; } = 1_000;

    /// <summary>Of a test: it speaks where its p-value is below this, in [0, 1); 0 for a test without p-values.</summary>
    public double Alpha { get; init; } = 0.001;

    /// <summary>Of a test: it speaks where its statistic reaches this; null to go by the p-value.</summary>
    public double? Threshold { get; init; }

    /// <summary>Whether it only advises.</summary>
    public bool IsAdvisory => RowsToFalseAlarm is null;

    internal void Validate(MonitorOptions options)
    {
        var of = $"MonitorOptions: Tests: '{Test}' on '{On}'";
        if (Test.Length == 0 || On.Length == 0) throw new ArgumentException("MonitorOptions: Tests: each needs a name, Test, and a stream, On.");
        if (Window < options.DriftStep || 2 * Window > options.KeptRows) throw new ArgumentException($"{of}: Window must be at least DriftStep ({options.DriftStep}), and KeptRows ({options.KeptRows}) hold it twice.");
        if (Alpha is not (>= 0 and < 1)) throw new ArgumentException($"{of}: Alpha must lie between 0 and 1.");
        if (RowsToFalseAlarm is not (null or >= 1)) throw new ArgumentException($"{of}: RowsToFalseAlarm must be at least 1.");
    }
}
