using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>A trainer whose trainings are counted.</summary>
internal sealed class CountedTrainer(IModelTrainer trainer, TrainingCount count) : IModelTrainer
{
    public string Name => trainer.Name;

    public bool IsDrill => trainer.IsDrill;

    public string? Unavailable => trainer.Unavailable;

    public long Work(int rows, IReadOnlyDictionary<string, double> parameters) => trainer.Work(rows, parameters);

    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        var model = trainer.Train(data, parameters, seed);
        count.Add(data.RowNumbers[^1]);
        return model;
    }
}
