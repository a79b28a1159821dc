using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.DescribeModel;

/// <summary>One loaded model.</summary>
/// <param name="Version">Its version in the registry.</param>
/// <param name="Sha256">SHA-256 of its artifact.</param>
/// <param name="Algorithm">Its family.</param>
/// <param name="TrainedFromRow">First row of its training window.</param>
/// <param name="TrainedToRow">One past the last row of it.</param>
/// <param name="SinceRow">The first row it scored in this role.</param>
internal sealed record ModelRole(int Version, string Sha256, string Algorithm, long TrainedFromRow, long TrainedToRow, long SinceRow)
{
    public static ModelRole Of(ServedModel model) => new(
        model.Reference.Version, model.Reference.Sha256, model.Reference.Algorithm, model.Reference.TrainedFromRow, model.Reference.TrainedToRow, model.SinceRow);
}
