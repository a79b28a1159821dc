using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>The numbers of the policy; each is explained in the options that it comes from.</summary>
/// <param name="Trainers">Every trainer by its name, also those that cannot train on this machine.</param>
internal sealed record PolicyLimits(string Model, PolicyOptions Options, TrainingOptions Training, ReleaseOptions Release, IReadOnlyDictionary<string, IModelTrainer> Trainers)
{
    /// <summary>Who may what; null where nobody is told apart.</summary>
    public Roster? Roster { get; init; }

    /// <summary>When versions go out of use by themselves.</summary>
    public RetirementOptions Retirement { get; init; } = new();

    /// <summary>The shares of requests that a canary goes through; none where a candidate is released in one step.</summary>
    public IReadOnlyList<double> Shares { get; private init; } = [];

    /// <summary>How a version and the one before it stand loaded side by side; null where the strategy is another.</summary>
    public StrategyOptions? BlueGreen { get; private init; }

    /// <summary>Whether a candidate answers a share of the requests first.</summary>
    public bool HasCanaries => Shares.Count > 0;

    public int WatchRows => Options.WatchRows;

    public double LeastDrop => Options.LeastDrop;

    public double PlainDrop => Options.PlainDrop;

    /// <summary>Nats of evidence for a fall, after a finding of performance.</summary>
    public double ConfirmEvidence => -Deterministic.Log(Options.ConfirmAlpha);

    /// <summary>Nats of evidence for a fall without one.</summary>
    public double PlainEvidence => -Deterministic.Log(Options.PlainAlpha);

    public static PolicyLimits From(string model, PolicyOptions options, TrainingOptions training, ReleaseOptions release, IEnumerable<IModelTrainer> trainers, StrategyOptions? strategy = null) => new(
        model, options, training, release, trainers.ToDictionary(trainer => trainer.Name, StringComparer.Ordinal))
    {
        Shares = strategy is null ? [] : StrategyCheck.Shares(strategy),
        BlueGreen = strategy is { Strategy: ReleaseStrategies.BlueGreen } ? strategy : null,
    };

    /// <summary>What a canary answers next: all, after the last step and where canaries have been switched off meanwhile.</summary>
    public double ShareAfter(double share) => Shares.FirstOrDefault(next => next > share, 1);

    /// <summary>Clean outcomes since the change that a run wants when accuracy fell by so much: about those that tell the fall from chance.</summary>
    public int RowsToRetrain(double drop) => Stakes.Scale(10, drop, Training.LeastRowsToRetrain, Training.RowsToRetrain);
}
