using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Serving;

/// <summary>What became of scored rows.</summary>
internal readonly record struct Appended(AppendStatus Status, long FirstRow = 0, PredictionBatch? Answer = null);

internal enum AppendStatus
{
    /// <summary>They stand in the log.</summary>
    Done,

    /// <summary>The request was answered before: give that answer.</summary>
    Repeated,

    /// <summary>Another model serves by now: score again.</summary>
    OtherModel,
}
