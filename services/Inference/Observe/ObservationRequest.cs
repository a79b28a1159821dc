namespace MonitoringDemo.Inference.Observe;

/// <summary>An observation request that was read without error; rows, times and scores are in the workspace.</summary>
/// <param name="RequestId">What the sender named it, if anything.</param>
/// <param name="ModelVersion">The version of the other system's model that made the scores, in that system's words.</param>
internal sealed record ObservationRequest(string? RequestId, string ModelVersion);
