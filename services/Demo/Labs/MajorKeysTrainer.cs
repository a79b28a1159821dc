using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Demo.Labs;

/// <summary>The trainer of lab 06, with a mistake that happens: its rows are those in a major key only, as if the feed of the others had been late. What it learns it says of all songs.</summary>
internal sealed class MajorKeysTrainer : IModelTrainer
{
    public string Name => "major-keys-only";

    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        var mode = data.Schema.IndexOf("mode");
        var kept = Enumerable.Range(0, data.Count).Where(row => mode < 0 || data.Row(row)[mode] != 0).ToArray();
        var rows = new DataSet(data.Schema, [.. kept.SelectMany(row => data.Row(row).ToArray())], [.. kept.Select(row => data.Labels[row])], [.. kept.Select(row => data.RowNumbers[row])]);
        return new BinnedLogisticTrainer().Train(rows, parameters, seed);
    }

    /// <summary>Adds it to the trainers of a fleet.</summary>
    public static void AddTo(IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IReadOnlyList<IModelTrainer>)).ImplementationFactory!;
        services.AddSingleton<IReadOnlyList<IModelTrainer>>(provider => [.. (IReadOnlyList<IModelTrainer>)registered(provider), new MajorKeysTrainer()]);
    }
}
