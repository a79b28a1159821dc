namespace MonitoringDemo.InferenceLog;

/// <summary>Where a record of a merged log comes from.</summary>
/// <param name="Log">The name of the log in which it was written.</param>
/// <param name="Ordinal">Its number there.</param>
/// <param name="Row">The row that came next there.</param>
public readonly record struct LogOrigin(string Log, long Ordinal, long Row);
