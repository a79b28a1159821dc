using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.DescribeModel;

/// <summary>The answer to <c>GET /v1/model</c>.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Champion">Answers.</param>
/// <param name="Shadow">Is scored beside it, if there is one; it answers nothing unless it is a canary.</param>
/// <param name="StaticTwin">The first version, never updated.</param>
/// <param name="ReleaseSequence">The release that is served.</param>
/// <param name="Stage">What that release did.</param>
/// <param name="NextRow">The number of the next row: what the sender of songs goes on with after a restart.</param>
/// <param name="HistoryRows">The rows before this one are history.</param>
/// <param name="HistoryComplete">Whether history is complete.</param>
/// <param name="CanaryShare">The share of requests that the shadow answers, as a canary; null when it is none.</param>
/// <param name="UnknownColumns">Fields that rows carried and the schema does not know, where such rows are answered; null when there were none.</param>
internal sealed record ModelDescription(
    string Model,
    ModelRole Champion,
    ModelRole? Shadow,
    ModelRole StaticTwin,
    long ReleaseSequence,
    string Stage,
    long NextRow,
    long HistoryRows,
    bool HistoryComplete,
    double? CanaryShare = null,
    IReadOnlyList<UnknownColumn>? UnknownColumns = null)
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
        log.HistoryComplete,
        now.CanaryShare > 0 ? now.CanaryShare : null,
        log.UnknownColumns is { Count: > 0 } unknown ? unknown : null);
}
