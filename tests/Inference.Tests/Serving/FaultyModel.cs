using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Inference.Tests.Serving;

/// <summary>A model that answers like another one but for rows on which it fails.</summary>
internal sealed class FaultyModel(IModel model, Func<double, bool> failsAtTempo, bool throws) : IModel
{
    public string Algorithm => model.Algorithm;

    public FeatureSchema Schema => model.Schema;

    public double Score(ReadOnlySpan<double> row) => !failsAtTempo(row[0]) ? model.Score(row) : throws ? throw new InvalidOperationException("No table for this tempo.") : double.NaN;

    public void Score(ReadOnlySpan<double> rows, Span<double> scores)
    {
        for (var i = 0; i < scores.Length; i++) scores[i] = Score(rows.Slice(i * Schema.Count, Schema.Count));
    }

    public byte[] ToArtifact() => model.ToArtifact();
}
