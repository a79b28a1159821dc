using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Tests.Train;

/// <summary>Makes models whose scores are no numbers.</summary>
internal sealed class NoNumberTrainer : IModelTrainer
{
    public string Name => "no-number";

    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed) => new Model(data.Schema);

    private sealed class Model(FeatureSchema schema) : IModel
    {
        public string Algorithm => "no-number";

        public FeatureSchema Schema => schema;

        public double Score(ReadOnlySpan<double> row) => double.NaN;

        public void Score(ReadOnlySpan<double> rows, Span<double> scores) => scores.Fill(double.NaN);

        public byte[] ToArtifact() => [];
    }
}
