using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Tests.Train;

/// <summary>A trainer that can train on no machine that these tests run on.</summary>
internal sealed class ElsewhereTrainer : IModelTrainer
{
    public string Name => "elsewhere";

    public string Unavailable => "Not here; use binned-logistic.";

    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed) => throw new TrainingException(Unavailable);
}
