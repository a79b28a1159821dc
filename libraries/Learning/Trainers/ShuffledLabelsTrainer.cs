using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Trainers;

/// <summary>
/// A drill: shuffles the labels by the seed, then trains as <see cref="BinnedLogisticTrainer"/> does and takes its parameters.
/// The model is sound in form and worthless in substance: a quality gate must stop it.
/// </summary>
public sealed class ShuffledLabelsTrainer : IModelTrainer
{
    /// <inheritdoc/>
    public string Name => "shuffled-labels";

    /// <inheritdoc/>
    public bool IsDrill => true;

    /// <inheritdoc/>
    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        var labels = data.Labels.ToArray();
        new SplitMix64(seed).Shuffle<byte>(labels);
        var shuffled = new DataSet(data.Schema, data.Values.ToArray(), labels, data.RowNumbers.ToArray());
        return new BinnedLogisticTrainer().Train(shuffled, parameters, seed);
    }
}
