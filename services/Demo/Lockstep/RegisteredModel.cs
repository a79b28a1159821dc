namespace MonitoringDemo.Demo.Lockstep;

/// <summary>What the report takes from <c>GET /v1/models</c>.</summary>
internal sealed record RegisteredModel(
    int Version,
    string Sha256,
    string DataSetSha256,
    long TrainedFromRow,
    long TrainedToRow,
    string Trigger,
    long? PromotedAtRow,
    string? RejectedBecause);
