namespace MonitoringDemo.Retraining.Register;

/// <summary>A version as <c>GET /v1/models/{version}</c> shows it.</summary>
internal sealed record ModelDetails(ModelView Model, VersionRecord Lineage);
