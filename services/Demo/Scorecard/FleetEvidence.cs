using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection;
using MonitoringDemo.Retraining;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Obstacles;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Demo.Scorecard;

/// <summary>What a fleet is set to and has done: what the tests of the scorecard are held against.</summary>
internal sealed class FleetEvidence
{
    private readonly string _root = RepositoryRoot.Find();

    /// <param name="settings">The settings of the fleet, by their keys.</param>
    /// <param name="models">Its versions.</param>
    /// <param name="experiments">Its candidates.</param>
    public FleetEvidence(IReadOnlyDictionary<string, string?> settings, IReadOnlyList<ModelView> models, IReadOnlyList<ExperimentView> experiments)
    {
        (Models, Experiments) = (models, experiments);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var retraining = configuration.GetSection(RetrainingModule.Section);
        Policy = retraining.Get<PolicyOptions>() ?? new PolicyOptions();
        Card = retraining.Get<CardOptions>() ?? new CardOptions();
        Obstacles = retraining.Get<ObstacleOptions>() ?? new ObstacleOptions();
        People = retraining.Get<PeopleOptions>() ?? new PeopleOptions();
        Release = configuration.GetSection(StrategyOptions.Section).Get<StrategyOptions>() ?? new StrategyOptions();
        Detection = configuration.GetSection(DriftDetectionOptions.Section).Get<DriftDetectionOptions>() ?? new DriftDetectionOptions();
        Detectors = [.. DriftDetectionModule.DetectorNames(Detection).Except(Detection.DisabledDetectors)];
    }

    public IReadOnlyList<ModelView> Models { get; }

    public IReadOnlyList<ExperimentView> Experiments { get; }

    public PolicyOptions Policy { get; }

    public CardOptions Card { get; }

    public ObstacleOptions Obstacles { get; }

    public PeopleOptions People { get; }

    public StrategyOptions Release { get; }

    public DriftDetectionOptions Detection { get; }

    /// <summary>What findings may come from.</summary>
    public IReadOnlyList<string> Detectors { get; }

    /// <summary>What an audit of the registry found; null where none was made.</summary>
    public AuditReport? Audit { get; init; }

    /// <summary>The version that serves, trained again; null where that was not tried.</summary>
    public ReproducedVersion? Reproduced { get; init; }

    public ModelView? Champion => Models.FirstOrDefault(model => model.Role == "champion");

    /// <summary>Whether a gate is asked.</summary>
    public bool HasGate(string name) => !Policy.DisabledResponses.Contains(name) && (name != "obstacles" || Obstacles.Obstacles is { Length: > 0 });

    /// <summary>Whether a row of the policy is asked, and its answer carried out.</summary>
    public bool HasRow(string name, string action) => !Policy.DisabledRows.Contains(name) && !Policy.DisabledResponses.Contains(action);

    public bool Has(string detector) => Detectors.Contains(detector);

    /// <summary>The data-quality checks that are switched off.</summary>
    public IReadOnlyList<string> ChecksOff => [.. Detection.DisabledDetectors.Except(MonitorDetectors.Own)];

    /// <summary>Whether the sources of this program hold a file or folder. A published program has no sources beside it, and shows nothing by them.</summary>
    public bool Sources(string path) => Path.Exists(Path.Combine(_root, path));

    /// <summary>Whether a file of the sources says something.</summary>
    public bool SourcesSay(string path, string words) => Sources(path) && File.ReadAllText(Path.Combine(_root, path)).Contains(words, StringComparison.Ordinal);

    /// <summary>Whether the obstacle course has a test of a kind.</summary>
    public bool HasObstacle(string kind) => HasGate("obstacles") && File.Exists(Obstacles.Obstacles) && File.ReadAllText(Obstacles.Obstacles!).Contains($"\"{kind}\"", StringComparison.Ordinal);
}
