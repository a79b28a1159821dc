using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.DescribeModel;

/// <summary>The answer to <c>GET /v1/model</c>.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Champion">Answers.</param>
/// <param name="Shadow">Is scored beside it and not served, if there is one.</param>
/// <param name="StaticTwin">The first version, never updated.</param>
/// <param name="ReleaseSequence">The release that is served.</param>
/// <param name="Stage">What that release did.</param>
/// <param name="NextRow">The number of the next row: what the sender of songs goes on with after a restart.</param>
/// <param name="HistoryRows">The rows before this one are history.</param>
/// <param name="HistoryComplete">Whether history is complete.</param>
internal sealed record ModelDescription(
    string Model,
    ModelRole Champion,
    ModelRole? Shadow,
    ModelRole StaticTwin,
    long ReleaseSequence,
    string Stage,
    long NextRow,
    long HistoryRows,
    bool HistoryComplete)
{
    public static ModelDescription Of(ServingSnapshot now, ServingLog log, string model) => new(
        model,
        ModelRole.Of(now.Champion),
        now.Shadow is null ? null : ModelRole.Of(now.Shadow),
        ModelRole.Of(now.StaticTwin),
        now.Release.Sequence,
        now.Release.Stage,
        log.NextRow,
        log.HistoryRows,
        log.HistoryComplete);
}
