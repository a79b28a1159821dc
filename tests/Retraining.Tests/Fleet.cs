using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Time;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests;

/// <summary>The retraining service as it is, on a real log; this class plays inference, and the test plays drift detection.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly World _world;
    private readonly int _delay;
    private readonly Dictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _stores, _last;
    private ILogWriter _log;
    private readonly LockstepClock _clock = new();
    private readonly Queue<(long Row, byte Label)> _due = new();
    private readonly Dictionary<int, IModel> _models = [];
    private ReleaseChanged? _release;
    private IHost _host;
    private int _seen;

    private Fleet(World world, string directory, int delay, Dictionary<string, string?> settings, Action<IServiceCollection>? stores, Action<IServiceCollection>? last)
    {
        (_world, Directory, _delay, _settings, _stores, _last) = (world, directory, delay, settings, stores, last);
        _host = Start();
        _log = Get<IInferenceLog>().OpenWriter(new InferenceLogOptions { Clock = _clock });
        _log.WriteSchema(SchemaJson.Write(World.Schema));
    }

    public string Directory { get; }

    public RecordingBus Bus { get; private set; } = new();

    public RegistryState State => Get<Registry>().State;

    public long Row => _log.NextRow;

    /// <summary>Releases are announced and nobody listens.</summary>
    public bool InferenceIsDown { get; set; }

    /// <summary>What a canary makes of its own score of a row: one that is not what its artifact says.</summary>
    public Func<long, double, double> CanaryScore { get; set; } = (_, score) => score;

    /// <summary>The same by the row's values.</summary>
    public Func<double[], double, double> CanaryRowScore { get; set; } = (_, score) => score;

    /// <summary>What a champion makes of its own score of a row.</summary>
    public Func<int, double, double> ChampionScore { get; set; } = (_, score) => score;

    /// <summary>The row for which a shadow has no score.</summary>
    public long? ShadowFailsAt { get; set; }

    /// <summary>Outcomes do not come, and come all at once when they do again.</summary>
    public bool OutcomesAreLate { get; set; }

    /// <summary>Rows that a canary answered.</summary>
    public List<long> ByCanary { get; } = [];

    /// <summary>How long champion and canary take for a request, by its first row, in nanoseconds; nothing is measured where it is left out.</summary>
    public Func<long, (long Champion, long Canary)>? Took { get; set; }

    /// <summary>Right answers served, by row.</summary>
    public List<(long Row, bool Right)> Answers { get; } = [];

    public IReadOnlyList<DecisionMade> Decisions => State.Decisions;

    public static async Task<Fleet> StartAsync(World world, string? directory = null, int warmup = 2_000, int delay = 200, bool complete = true, Action<IServiceCollection>? stores = null, bool elsewhere = false, Action<IServiceCollection>? last = null, params (string Key, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => $"Retraining:{setting.Key}", setting => (string?)setting.Value);
        if (elsewhere) all["Model:Served"] = "elsewhere";
        var fleet = new Fleet(world, directory ?? System.IO.Directory.CreateTempSubdirectory("retraining-").FullName, delay, all, stores, last);
        var rows = Enumerable.Range(0, warmup).Select(row => world.Next(row)).ToList();
        fleet._log.AppendHistory(new HistoryBatch(0, World.Schema.Count, [.. rows.SelectMany(row => row.Values)], [.. rows.Select(row => row.Label)], complete));
        await fleet.DrainAsync();
        return fleet;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task ServeAsync(int rows, int step = 500)
    {
        for (var left = rows; left > 0; left -= step) await StepAsync(Math.Min(step, left));
    }

    /// <summary>Rows served, outcomes that became due, then the pump until it rests.</summary>
    public async Task StepAsync(int count)
    {
        var first = _log.NextRow;
        var (values, scores, still, shadow) = (new List<double>(), new double[count], new double[count], _release!.Shadow is null ? [] : new double[count]);
        for (var i = 0; i < count; i++)
        {
            var (row, label) = _world.Next(first + i);
            values.AddRange(row);
            scores[i] = ChampionScore(_release.Champion.Version, Model(_release.Champion).Score(row));
            still[i] = _models[1].Score(row);
            if (_release.Shadow is { } other) shadow[i] = Model(other).Score(row);
            if (_release.Shadow is not null && first + i == ShadowFailsAt) shadow[i] = double.NaN;
            if (_release.CanaryShare is not null) shadow[i] = CanaryRowScore(row, CanaryScore(first + i, shadow[i]));
            Answers.Add((first + i, scores[i] >= 0.5 == (label == 1)));
            _due.Enqueue((first + i, label));
        }

        var batch = new PredictionBatch(first, World.Schema.Count, [.. values], _release.Champion.Version, scores, still, _release.Shadow?.Version ?? 0, shadow, null, null);
        if (_release.CanaryShare is not null && Took?.Invoke(first) is { } took) batch = batch with { ScoreNanoseconds = took.Champion, ShadowNanoseconds = took.Canary };
        // A step is one request: of a hundred of them a canary answers as many as its share says.
        if (_release.CanaryShare is { } share && first / count * 37 % 100 < 100 * share && !shadow.Any(double.IsNaN))
        {
            batch = batch with { ModelVersion = batch.ShadowVersion, Scores = shadow, ShadowVersion = batch.ModelVersion, ShadowScores = scores, ByCanary = true, ScoreNanoseconds = batch.ShadowNanoseconds, ShadowNanoseconds = batch.ScoreNanoseconds };
            ByCanary.AddRange(Enumerable.Range(0, count).Select(i => first + i));
        }

        _log.AppendPredictions(batch.AsRows(), out _);
        var due = new List<(long Row, byte Label)>();
        while (!OutcomesAreLate && _due.TryPeek(out var outcome) && outcome.Row < _log.NextRow - _delay) due.Add(_due.Dequeue());
        // One in twenty never comes.
        due.RemoveAll(outcome => outcome.Row % 20 == 7);
        if (due.Count > 0) _log.AppendOutcomes(new OutcomeBatch([.. due.Select(outcome => outcome.Row)], [.. due.Select(outcome => outcome.Label)]));
        await DrainAsync();
    }

    public void Receive(object message) => Get<ReceivedMessages>().Add(message, null);

    /// <summary>What drift detection would say.</summary>
    public async Task<Finding> ReportAsync(string kind, long onset, string? feature = null, string? incident = null)
    {
        var finding = new Finding($"{Row}-{kind}-{feature}", Row, kind, feature, "test", 1, 0.5, onset, onset, Row, $"{kind} of {feature}.");
        Receive(new FindingsReported("hits", incident ?? $"hits-{onset}", Row, [finding]));
        await DrainAsync();
        return finding;
    }

    public async Task ClearAsync(Finding finding, long endedAtRow)
    {
        Receive(new FindingsCleared("hits", $"hits-{finding.Onset}", Row, [new ClearedFinding(finding.Id, finding.Kind, finding.Feature, endedAtRow)]));
        await DrainAsync();
    }

    public async Task DrainAsync()
    {
        while (await PumpAsync()) LoadReleases();
    }

    public async Task<bool> PumpAsync()
    {
        _clock.SetRow(_log.NextRow);
        return await Get<RetrainingPump>().PumpAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The process dies and another one starts on its files.</summary>
    /// <param name="settings">What is configured otherwise from now on.</param>
    public void Restart(params (string Key, string Value)[] settings)
    {
        foreach (var (key, value) in settings) _settings[$"Retraining:{key}"] = value;
        _host.Dispose();
        Bus = new RecordingBus();
        _seen = 0;
        _host = Start();
    }

    /// <summary>The process ends, and leaves its files to another.</summary>
    public void Stop() => _host.Dispose();

    /// <summary>Nobody works in the directory while something is done to it; <see cref="Restart"/> goes on.</summary>
    public void WhileStopped(Action act)
    {
        Stop();
        _log.Dispose();
        act();
        _log = new InferenceLogFiles(Path.Combine(Directory, "log")).OpenWriter(new InferenceLogOptions { Clock = _clock });
    }

    /// <summary>Share of right answers in [from, to).</summary>
    public double Accuracy(long from, long to) => Answers.Where(answer => answer.Row >= from && answer.Row < to).Average(answer => answer.Right ? 1.0 : 0.0);

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        _log.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void LoadReleases()
    {
        if (InferenceIsDown) return;
        foreach (var change in Bus.Published.Skip(_seen).Select(published => published.Message).OfType<ReleaseChanged>().Where(change => change.Sequence > (_release?.Sequence ?? 0)).ToList())
        {
            _release = change;
            _ = Model(change.Champion);
            _log.AppendModelChange(new ModelChange(_log.NextRow, change.Champion.Version, change.Shadow?.Version ?? 0, change.Sequence, change.Champion.Sha256, 0, 0));
            Receive(new ModelLoaded("hits", change.UpdateId, change.Sequence, _log.NextRow, change.Champion.Version, change.Shadow?.Version, "test"));
        }

        _seen = Bus.Published.Count;
    }

    private IModel Model(ModelReference reference) => _models.TryGetValue(reference.Version, out var model)
        ? model
        : _models[reference.Version] = ModelArtifact.Read(Get<IBlobStore>().Read(RegistryBlobs.Artifact(reference.Sha256)));

    private IHost Start()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Directory"] = Directory, ["Pump:Lockstep"] = "true" });
        builder.Services.AddSingleton<TimeProvider>(_clock);
        _stores?.Invoke(builder.Services);
        builder.AddServiceDefaults("retraining");
        builder.AddRetraining();
        _last?.Invoke(builder.Services);
        builder.Services.Replace(ServiceDescriptor.Singleton<IMessageBus>(Bus));
        return builder.Build();
    }
}
