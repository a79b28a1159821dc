using System.Diagnostics;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Inference.Tests.Serving;

/// <summary>Another model that takes so many milliseconds for every request.</summary>
internal sealed class SlowModel(IModel model, double milliseconds) : IModel
{
    public string Algorithm => model.Algorithm;

    public FeatureSchema Schema => model.Schema;

    public double Score(ReadOnlySpan<double> row)
    {
        Wait();
        return model.Score(row);
    }

    public void Score(ReadOnlySpan<double> rows, Span<double> scores)
    {
        Wait();
        model.Score(rows, scores);
    }

    public byte[] ToArtifact() => model.ToArtifact();

    private void Wait()
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began).TotalMilliseconds < milliseconds) Thread.SpinWait(50);
    }
}
