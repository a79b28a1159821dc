namespace MonitoringDemo.InferenceLog;

/// <summary>What a reader does when retention has deleted the record it wanted next.</summary>
public enum TruncatedReads
{
    /// <summary>Throw <see cref="LogTruncatedException"/>.</summary>
    Throw,

    /// <summary>Go on at the first record there is.</summary>
    Skip,
}
