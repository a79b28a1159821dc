using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>The fleets of a process train in turn, one for each two cores: a scenario for all makes all of them train at once, and their pages are to go on.</summary>
internal sealed class TrainingTurns : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Puts the turns around the trainers that the services have registered.</summary>
    public void Attach(IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IReadOnlyList<IModelTrainer>)).ImplementationFactory!;
        services.AddSingleton<IReadOnlyList<IModelTrainer>>(provider =>
            [.. ((IReadOnlyList<IModelTrainer>)registered(provider)).Select(trainer => new TrainerInTurn(trainer, _turns))]);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class TrainerInTurn(IModelTrainer trainer, SemaphoreSlim turns) : IModelTrainer
    {
        public string Name => trainer.Name;

        public bool IsDrill => trainer.IsDrill;

        public string? Unavailable => trainer.Unavailable;

        public long Work(int rows, IReadOnlyDictionary<string, double> parameters) => trainer.Work(rows, parameters);

        public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
        {
            turns.Wait();
            try
            {
                return trainer.Train(data, parameters, seed);
            }
            finally
            {
                turns.Release();
            }
        }
    }
}
