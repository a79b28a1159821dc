using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.Serving;

/// <summary>What a restart needs to serve the same at once.</summary>
internal sealed record AppliedRelease(
    ReleaseChanged Release,
    long Row,
    ModelReference StaticTwin,
    long ChampionSinceRow,
    long ShadowSinceRow,
    long StaticTwinSinceRow)
{
    public static AppliedRelease Of(ServingSnapshot serving) => new(
        serving.Release, serving.Row, serving.StaticTwin.Reference, serving.Champion.SinceRow, serving.Shadow?.SinceRow ?? 0, serving.StaticTwin.SinceRow);
}
