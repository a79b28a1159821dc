using System.Text.Json.Serialization;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Register;

/// <summary>Everything that is known about a registered version, enough to train it again.</summary>
/// <param name="Version">Counted from 1.</param>
/// <param name="Sha256">Of the artifact's bytes.</param>
/// <param name="UpdateId">The incident it belongs to.</param>
/// <param name="Trigger">seed, data, performance, challenger, code, staleness or manual.</param>
/// <param name="Trainer">The trainer's name.</param>
/// <param name="Algorithm">What the model says it is.</param>
/// <param name="Parameters">The trainer's settings; empty means its defaults.</param>
/// <param name="Seed">The trainer's seed.</param>
/// <param name="DataSetSha256">Of the rows trained on.</param>
/// <param name="SchemaSha256">Of the feature schema.</param>
/// <param name="CodeCommit">The informational version of the program.</param>
/// <param name="TrainedFromRow">First row of the window.</param>
/// <param name="TrainedToRow">One past its last row.</param>
/// <param name="TrainedRows">How many clean labelled rows the window held.</param>
/// <param name="SinceRow">The onset of the change it learned, when there was one.</param>
/// <param name="RegisteredAtRow">One past the last row read at registration.</param>
/// <param name="FindingIds">What caused it.</param>
/// <param name="Gates">The result of every gate, in order, up to the first that failed.</param>
/// <param name="Metrics">On rows it was not trained on; the slice <c>all</c> first.</param>
/// <param name="PromotedAtRow">The first row it served; null when it never did.</param>
/// <param name="RejectedBecause">The gate and why; null when it was not rejected.</param>
/// <param name="Importance">Each feature's share of what moves its scores, in schema order; null when it is not known, as of versions from before it was measured.</param>
/// <param name="Runtime">What it was trained on: .NET and the machine's kind; null for versions from before it was kept.</param>
/// <param name="TrainingCode">What each candidate made of rows that never change, see <see cref="Train.TrainingCode"/>; null for versions from before it was kept.</param>
/// <param name="KeptRowsSha256">Of the rows trained on that are left, where some were erased since; else null.</param>
/// <param name="ErasedRows">How many of them were erased; null for none.</param>
internal sealed record VersionRecord(
    int Version,
    string Sha256,
    string UpdateId,
    string Trigger,
    string Trainer,
    string Algorithm,
    IReadOnlyDictionary<string, double> Parameters,
    ulong Seed,
    string DataSetSha256,
    string SchemaSha256,
    string CodeCommit,
    long TrainedFromRow,
    long TrainedToRow,
    int TrainedRows,
    long? SinceRow,
    long RegisteredAtRow,
    IReadOnlyList<string> FindingIds,
    IReadOnlyList<Evaluate.GateResult> Gates,
    IReadOnlyList<Evaluate.SliceMetrics> Metrics,
    long? PromotedAtRow = null,
    string? RejectedBecause = null,
    IReadOnlyList<double>? Importance = null,
    string? Runtime = null,
    IReadOnlyDictionary<string, string>? TrainingCode = null,
    string? KeptRowsSha256 = null,
    int? ErasedRows = null)
{
    /// <summary>Of the rows that the registry keeps: those trained on, without what was erased since.</summary>
    [JsonIgnore]
    public string RowsSha256 => KeptRowsSha256 ?? DataSetSha256;

    public ModelReference Reference => new(Version, Sha256, Algorithm, TrainedFromRow, TrainedToRow);

    /// <summary>How wrong it was on rows that it was not trained on; null when that was never measured.</summary>
    [JsonIgnore]
    public HeldOutMeasured? HeldOut => Metrics is [var all, ..] && all.Rows > 0 ? new HeldOutMeasured(all.Rows, (int)Math.Round((1 - all.Accuracy) * all.Rows)) : null;
}
