using MonitoringDemo.Learning;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>How often the fleet trained, also what it never registered: the standing challengers that did not win.</summary>
internal sealed class TrainingCount
{
    private readonly Lock _gate = new();
    private readonly HashSet<long> _newestRows = [];
    private long _models;

    /// <summary>Models that were trained, every candidate of every run among them.</summary>
    public long Models
    {
        get
        {
            lock (_gate) return _models;
        }
    }

    /// <summary>A model was trained on rows up to this one.</summary>
    public void Add(long newestRow)
    {
        lock (_gate)
        {
            _models++;
            _newestRows.Add(newestRow);
        }
    }

    /// <summary>Training runs: the first model's, and each other newest row that models were trained up to.</summary>
    public long Runs(long warmup)
    {
        lock (_gate) return 1 + _newestRows.Count(row => row >= warmup);
    }

    /// <summary>Puts a count around the trainers that the services have registered.</summary>
    public void Attach(IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IReadOnlyList<IModelTrainer>)).ImplementationFactory!;
        services.AddSingleton<IReadOnlyList<IModelTrainer>>(provider =>
            [.. ((IReadOnlyList<IModelTrainer>)registered(provider)).Select(trainer => new CountedTrainer(trainer, this))]);
    }
}
