namespace MonitoringDemo.DriftDetection.ReadLog;

internal static partial class DriftDetectionLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{UpdateId}: {Summary}")]
    public static partial void Found(ILogger logger, string updateId, string summary);

    [LoggerMessage(Level = LogLevel.Information, Message = "{UpdateId}: {FindingId} ended at row {Row}")]
    public static partial void Cleared(ILogger logger, string updateId, string findingId, long row);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason} The log is read again from its start; what was reported up to record {Ordinal} is not reported twice.")]
    public static partial void StartsOver(ILogger logger, string reason, long ordinal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason} This one stands by.")]
    public static partial void StandsBy(ILogger logger, string reason);
}
