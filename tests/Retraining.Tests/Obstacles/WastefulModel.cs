using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Tests.Obstacles;

/// <summary>Another model, or one answer for all rows, with garbage for each row.</summary>
internal sealed class WastefulModel(IModel model, double? answers = null) : IModel
{
    public string Algorithm => model.Algorithm;

    public FeatureSchema Schema => model.Schema;

    public double Score(ReadOnlySpan<double> row) => answers ?? model.Score(row.ToArray());

    public void Score(ReadOnlySpan<double> rows, Span<double> scores)
    {
        for (var i = 0; i < scores.Length; i++) scores[i] = Score(rows.Slice(i * Schema.Count, Schema.Count));
    }

    public byte[] ToArtifact() => model.ToArtifact();
}
