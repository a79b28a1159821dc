using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Bill;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Obstacles;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Report;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.StandBy;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Security.People;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining;

/// <summary>Decides what a finding deserves, trains, judges, registers and releases; owns the model registry.</summary>
public static class RetrainingModule
{
    /// <summary>The configuration section of every setting of this service; which class a setting stands in is no part of its key.</summary>
    public const string Section = "Retraining";

    /// <summary>The name of the lease that one process at a time holds.</summary>
    public const string Lease = "retraining";

    /// <summary>The message consumers of this service.</summary>
    public static IReadOnlyList<Type> Consumers { get; } =
        [typeof(RetrainOnFindings), typeof(RetrainOnCommand), typeof(RestoreOnCommand), typeof(AcceptOnCommand), typeof(HearPeople), typeof(CloseIncidentOnLoad), typeof(AnnounceCurrentRelease)];

    /// <summary>The messages that this service publishes: its rights on a broker follow from them.</summary>
    public static IReadOnlyList<Type> Publishes { get; } =
        [typeof(DecisionMade), typeof(RetrainingStarted), typeof(CandidateTrained), typeof(CandidatesTried), typeof(ReleaseChanged), typeof(DataAccepted), typeof(VersionRetired)];

    /// <summary>The classes that hold its settings, each with its section.</summary>
    public static IReadOnlyList<(string Section, Type Settings)> Settings { get; } =
    [
        .. ((Type[])[typeof(SnapshotOptions), typeof(QuarantineOptions), typeof(PolicyOptions), typeof(TrainingOptions), typeof(ChallengerOptions), typeof(JudgingOptions), typeof(ReleaseOptions),
            typeof(RolloutOptions), typeof(CardOptions), typeof(ObstacleOptions), typeof(PeopleOptions)]).Select(type => (Section, type)),
        (StrategyOptions.Section, typeof(StrategyOptions)),
        (RetirementOptions.Section, typeof(RetirementOptions)),
    ];

    /// <summary>Every trainer that the service was built with, sorted by name; also those that cannot train on this machine.</summary>
    public static IReadOnlyList<IModelTrainer> FindTrainers() => TrainerCatalog.Find(TrainerExtensions.Of(typeof(RetrainingModule).Assembly));

    /// <summary>What this service has to do with the inference log, where that travels over a stream.</summary>
    public static LogStreamRole LogStream => LogStreamRole.Reads;

    /// <summary>Adds the service to a host.</summary>
    public static IHostApplicationBuilder AddRetraining(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        builder.AddSettings<SnapshotOptions>();
        builder.AddSettings<QuarantineOptions>();
        builder.AddSettings<PolicyOptions>();
        builder.AddSettings<TrainingOptions>();
        builder.AddSettings<ChallengerOptions>();
        builder.AddSettings<JudgingOptions>();
        builder.AddSettings<ReleaseOptions>();
        builder.AddSettings<RolloutOptions>();
        builder.AddSettings<StrategyOptions>(StrategyOptions.Section);
        services.AddSingleton<IValidateOptions<StrategyOptions>, StrategyCheck>();
        builder.AddSettings<RetirementOptions>(RetirementOptions.Section);
        builder.AddSettings<CardOptions>();
        builder.AddSettings<ObstacleOptions>();
        builder.AddSettings<PeopleOptions>();
        services.AddSingleton<IValidateOptions<PeopleOptions>, PeopleCheck>();
        services.AddSingleton<IValidateOptions<PolicyOptions>, DisabledRowsCheck>();
        services.AddSingleton<IValidateOptions<ObstacleOptions>, ObstaclesCheck>();
        services.AddSingleton<IValidateOptions<TrainingOptions>, CandidatesCheck>();
        services.AddSingleton<IValidateOptions<ChallengerOptions>, ChallengerWindowsCheck>();
        services.AddSingleton(ModelSlot.Of(builder.Configuration));
        services.AddSingleton<IReadOnlyList<IModelTrainer>>(_ => FindTrainers());
        services.AddSingleton(provider => PolicyLimits.From(
            provider.GetRequiredService<ModelSlot>().Model, provider.GetRequiredService<PolicyOptions>(), provider.GetRequiredService<TrainingOptions>(),
            provider.GetRequiredService<ReleaseOptions>(), provider.GetRequiredService<IReadOnlyList<IModelTrainer>>(), provider.GetRequiredService<StrategyOptions>()) with
        { Roster = provider.GetRequiredService<Roster>(), Retirement = provider.GetRequiredService<RetirementOptions>() });

        services.AddSingleton<Drill>();
        services.AddSingleton<RoundControl>();
        services.AddSingleton<PartsUsed>();
        services.AddKeyedSingleton(Lease, (provider, _) => new RoundTrail(provider.GetRequiredService<DataDirectory>().PathOf("registry", RecordedJournal.Rounds)));
        services.AddSingleton<JournalHead>();
        services.AddSingleton<Registry>();
        builder.AddSharedWork();
        services.TryAddSingleton<AccessToken>();
        services.TryAddSingleton<Roster>();
        services.TryAddSingleton<ArtifactSigner>();
        services.TryAddSingleton<ArtifactVerifier>();
        services.AddSingleton<SignedArtifacts>().AddSingleton<Attestation>();
        services.AddSingleton<Snapshots>();
        services.AddSingleton<Recipes>();
        // Trainers of its own: what it makes is measured and thrown away, and no training of the fleet.
        services.AddSingleton(provider => new TrainingCode(FindTrainers(), provider.GetRequiredService<Recipes>(), provider.GetRequiredService<TrainingOptions>()));
        services.AddScoped<Laboratory>();
        services.AddScoped<ChallengerTraining>();
        // What measures begins anew with each holding of the lease. The spells of errors come first: what the others show is divided by them.
        services.AddRowWatch<SerialErrors>().AddRowWatch<Confirmations>().AddRowWatch<ReleaseWatch>().AddRowWatch<CanaryWatch>().AddRowWatch<ArchiveWatch>().AddRowWatch<StandingChallengers>();
        services.AddScoped<RetiredBlobs>();
        services.AddScoped<RetrainingRound>();
        services.AddScoped<RowIntake>();
        services.AddScoped<MessageIntake>();
        services.AddScoped<Decider>();
        services.AddScoped<ElsewhereDecider>();
        services.AddScoped<OrderExecutor>();
        services.AddScoped<Harms>();
        services.AddSingleton<ServingProcesses>();
        services.AddScoped<Rollout>();
        services.AddScoped<EvidenceCollector>();
        services.AddSingleton<ReleaseDesk>();
        services.AddScoped<TrainingRun>();
        services.AddSingleton<StageClock>();
        services.AddScoped(provider => ActivatorUtilities.CreateInstance<Responses>(provider, provider.GetRequiredService<ModelSlot>().Model));
        services.AddGates([typeof(RetrainingModule).Assembly, .. OwnGates.Assemblies(builder.Configuration)]);
        services.AddSingleton(provider =>
        {
            var registry = provider.GetRequiredService<Registry>();
            var telemetry = new RetrainingTelemetry(provider.GetRequiredService<IMeterFactory>(), provider.GetRequiredService<ModelSlot>().Model, () => registry.State);
            var registered = provider.GetRequiredService<RegistryTelemetry>();
            var verdicts = provider.GetRequiredService<VerdictTelemetry>();
            var decisions = provider.GetRequiredService<DecisionTelemetry>();
            var people = provider.GetRequiredService<PeopleTelemetry>();
            var canaries = provider.GetRequiredService<CanaryTelemetry>();
            registry.Appended = (entry, state) =>
            {
                telemetry.Appended(entry, state);
                registered.Appended(entry);
                verdicts.Appended(entry, state);
                decisions.Appended(entry);
                people.Appended(entry);
                canaries.Appended(entry);
            };
            return telemetry;
        });
        services.AddSingleton<RegistryTelemetry>();
        services.AddSingleton<VerdictTelemetry>();
        services.AddSingleton<DecisionTelemetry>();
        services.AddSingleton<PeopleTelemetry>();
        services.AddSingleton<AnswerTelemetry>();
        services.AddSingleton<CanaryTelemetry>();
        services.AddSingleton(provider => RetrainingTelemetry.ExpectedStages(provider.GetRequiredService<ModelSlot>().Model));
        services.AddSingleton(provider => RetrainingTelemetry.ExpectedPromotions(provider.GetRequiredService<ModelSlot>().Model));
        services.AddHealthChecks().AddCheck<RegistryHealth>("registry", tags: ["ready"]);
        builder.AddPump<RetrainingPump>();
        services.AddHostedService<OpenRegistryOnStart>();
        return builder;
    }

    /// <summary>Maps <c>/v1/models</c>, <c>/v1/experiments</c>, <c>/v1/decisions</c>, <c>/v1/release</c>, <c>/v1/artifacts</c>, <c>/v1/incidents</c>, <c>/v1/audit</c>, <c>/v1/approvals</c> and the card and the bill of materials of a version.</summary>
    public static IEndpointRouteBuilder MapRetraining(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapRegistry();
        app.MapRelease();
        app.MapArtifacts();
        app.MapReports();
        app.MapAudit();
        app.MapCards();
        app.MapBills();
        app.MapPeople();
        return app;
    }

    // Each class takes its settings from the one section, and passes over those of the others.
    private static void AddSettings<T>(this IHostApplicationBuilder builder, string section = Section)
        where T : class
    {
        builder.Services.AddOptions<T>().Bind(builder.Configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }

    private static IServiceCollection AddRowWatch<T>(this IServiceCollection services)
        where T : class, IRowWatch =>
        services.AddScoped<T>().AddScoped<IRowWatch>(provider => provider.GetRequiredService<T>());

    /// <summary>One file per gate: a class that implements <see cref="IGate"/> is enough, no list to keep.</summary>
    internal static void AddGates(this IServiceCollection services, params Assembly[] assemblies)
    {
        foreach (var gate in Implementations.Of<IGate>(assemblies)) services.AddSingleton(typeof(IGate), gate);
        services.AddSingleton(provider => new Gates(provider.GetServices<IGate>().Where(provider.GetRequiredService<Drill>().Leaves), provider.GetRequiredService<PartsUsed>()));
    }
}
