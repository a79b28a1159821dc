using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Trainers;

/// <summary>The newest share of the rows, learned as <see cref="BinnedLogisticTrainer"/> does.</summary>
/// <remarks>
/// Replace what <see cref="Train"/> does by yours. No clock, no files, no randomness but the seed: the same arguments have to give the same bytes.
/// Parameters: <c>newest</c> (1; from 0.1 to 1), and those of the binned logistic regression.
/// </remarks>
public sealed class MyTrainer : IModelTrainer
{
    private const string Newest = "newest";

    private readonly BinnedLogisticTrainer _trainer = new();

    /// <inheritdoc/>
    public string Name => "my-trainer";

    /// <inheritdoc/>
    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(parameters);
        var newest = new TrainerSettings(Name, parameters).Number(Newest, 1.0, 0.1, 1.0);
        var rows = (int)Math.Ceiling(newest * data.Count);
        return _trainer.Train(data.Slice(data.Count - rows, data.Count), Others(parameters), seed);
    }

    private static Dictionary<string, double> Others(IReadOnlyDictionary<string, double> parameters) =>
        parameters.Where(parameter => parameter.Key != Newest).ToDictionary(parameter => parameter.Key, parameter => parameter.Value);
}
