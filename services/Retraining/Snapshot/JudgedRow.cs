namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>A labelled row old enough for the data-quality checks to have spoken about it.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Ordinal">The log record that brought its outcome.</param>
internal readonly record struct JudgedRow(long Row, long Ordinal);
