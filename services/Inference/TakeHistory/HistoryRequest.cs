using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Inference.TakeHistory;

/// <summary>A history request that was read without error.</summary>
/// <param name="Schema">The rows' schema.</param>
/// <param name="FirstRow">The row the sender believes to come next, if it says so.</param>
/// <param name="Labels">0 or 1 per row.</param>
/// <param name="Complete">True when no history comes after it.</param>
internal sealed record HistoryRequest(FeatureSchema Schema, long? FirstRow, byte[] Labels, bool Complete);
