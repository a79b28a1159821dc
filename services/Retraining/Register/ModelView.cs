using System.Text.Json.Serialization;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.People;

namespace MonitoringDemo.Retraining.Register;

/// <summary>A version as <c>GET /v1/models</c> lists it.</summary>
/// <param name="TrainedOnRows">[from, to).</param>
/// <param name="Role">champion, canary, challenger (runs as shadow), waiting (for people, or for the end of a freeze), archived, or rejected.</param>
/// <param name="Approvals">Who approved it; null where nobody did.</param>
/// <param name="ErasedRows">How many of the rows that it learned from were erased since; null for none.</param>
/// <param name="Retired">How far it is on its way out of use; null for one that is in use, or ready to serve again.</param>
/// <param name="CanaryShare">The share of requests that a canary answers; null for all others.</param>
public sealed record ModelView(
    int Version,
    string Sha256,
    string DatasetSha256,
    long[] TrainedOnRows,
    long TrainedFromRow,
    long TrainedToRow,
    string Trigger,
    long? PromotedAtRow,
    string? RejectedBecause,
    string Trainer,
    IReadOnlyList<SliceMetrics> Metrics,
    string Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Approval>? Approvals = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? CanaryShare = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VersionRetired? Retired = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ErasedRows = null)
{
    private const string Canary = "canary";

    internal static ModelView Of(VersionRecord version, RegistryState state) => new(
        version.Version, version.Sha256, version.DataSetSha256, [version.TrainedFromRow, version.TrainedToRow], version.TrainedFromRow, version.TrainedToRow, version.Trigger,
        version.PromotedAtRow, version.RejectedBecause, version.Trainer, version.Metrics, RoleOf(version, state),
        state.People.ApprovalsOf(version.Version) is { IsEmpty: false } approvals ? approvals : null,
        RoleOf(version, state) == Canary ? state.Release!.Change.CanaryShare : null,
        state.Retirement.Of(version.Version), version.ErasedRows);

    private static string RoleOf(VersionRecord version, RegistryState state) => version.Version switch
    {
        var v when v == state.Release?.Change.Champion.Version => "champion",
        _ when version.RejectedBecause is not null => "rejected",
        var v when state.People.Waiting.Exists(waiting => waiting.Version == v) => "waiting",
        var v when v == state.ShadowVersion => state.Release!.Change.CanaryShare is null ? "challenger" : Canary,
        _ => "archived",
    };
}
