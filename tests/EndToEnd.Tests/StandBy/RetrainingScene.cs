using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.EndToEnd.Tests.Broker;
using MonitoringDemo.EndToEnd.Tests.LogStream;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.PostgreSql;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Tests;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.Storage;

namespace MonitoringDemo.EndToEnd.Tests.StandBy;

/// <summary>A broker, a database and a log, in which the test plays inference and drift detection for processes of retraining.</summary>
internal sealed class RetrainingScene : IAsyncDisposable
{
    private const int Delay = 200;
    private readonly TemporaryDirectory _data;
    private readonly PostgresServer _server;
    private readonly RabbitMqServer _broker;
    private readonly RegistryDatabase _database;
    private readonly string _address;
    private readonly BusHost _bus;
    private readonly LogStreamHost _writer;
    private readonly InferenceLogWriter _log;
    private readonly World _world;
    private readonly HeardOfRetraining _heard;
    private readonly Queue<(long Row, byte Label)> _due = new();
    private readonly Dictionary<int, IModel> _models = [];
    private readonly List<DecidingProcess> _processes = [];
    private ReleaseChanged? _release;

    private RetrainingScene(TemporaryDirectory data, World world, PostgresServer server, string address, RabbitMqServer broker, BusHost bus, LogStreamHost writer, HeardOfRetraining heard)
    {
        (_data, _world, _server, _broker, _bus, _writer, _heard) = (data, world, server, broker, bus, writer, heard);
        _address = address;
        _database = new RegistryDatabase(RegistryAddress.Parse(address));
        _log = InferenceLogWriter.Open(data.PathOf("writer", "log"));
        _log.WriteSchema(SchemaJson.Write(World.Schema));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(data.PathOf("signing.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    public HeardOfRetraining Heard => _heard;

    /// <summary>The version that serves; 0 before the first.</summary>
    public int Champion => _release?.Champion.Version ?? 0;

    public long Row => _log.NextRow;

    /// <summary>What happened, as the registry has it.</summary>
    public IReadOnlyList<JournalEvent> Journal => [.. JournalEntry.In(new DatabaseJournal(_database, TimeProvider.System)).Select(entry => entry.Happened)];

    public static async Task<RetrainingScene> StartAsync(World world, CancellationToken cancellationToken)
    {
        var (server, data, heard) = (new PostgresServer(), new TemporaryDirectory(), new HeardOfRetraining());
        await server.InitializeAsync();
        var broker = await RabbitMqServer.StartAsync(cancellationToken);
        var bus = await BusHost.StartAsync(
            $"amqp://guest:guest@127.0.0.1:{broker.Port}/", [typeof(KeepHeardOfRetraining)], [typeof(FindingsReported), typeof(RetrainModel), typeof(ModelLoaded)], cancellationToken, services: services => services.AddSingleton(heard));
        await bus.IsReadyAsync(cancellationToken);
        var address = await server.CreateDatabaseAsync();
        return new RetrainingScene(data, world, server, address, broker, bus, await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, data.PathOf("writer"), cancellationToken), heard);
    }

    public DecidingProcess Start(string name)
    {
        _processes.Add(new DecidingProcess(name, _data.PathOf(name), _broker.Port, _address, _data.PathOf("signing.pem")));
        return _processes[^1];
    }

    public void WriteHistory(int count)
    {
        var rows = Enumerable.Range(0, count).Select(row => _world.Next(row)).ToList();
        _log.AppendHistory(new HistoryBatch(0, World.Schema.Count, [.. rows.SelectMany(row => row.Values)], [.. rows.Select(row => row.Label)], true));
    }

    /// <summary>Rows served by the release in force, and the outcomes that became due.</summary>
    public void Serve(int count)
    {
        var (first, values, scores) = (_log.NextRow, new List<double>(), new double[count]);
        var (still, shadow) = (new double[count], _release!.Shadow is null ? [] : new double[count]);
        for (var i = 0; i < count; i++)
        {
            var (row, label) = _world.Next(first + i);
            values.AddRange(row);
            (scores[i], still[i]) = (Model(_release.Champion).Score(row), _models[1].Score(row));
            if (_release.Shadow is { } other) shadow[i] = Model(other).Score(row);
            _due.Enqueue((first + i, label));
        }

        _log.AppendPredictions(new PredictionBatch(first, World.Schema.Count, [.. values], _release.Champion.Version, scores, still, _release.Shadow?.Version ?? 0, shadow, null, null));
        var due = new List<(long Row, byte Label)>();
        while (_due.TryPeek(out var outcome) && outcome.Row < _log.NextRow - Delay) due.Add(_due.Dequeue());
        if (due.Count > 0) _log.AppendOutcomes(new OutcomeBatch([.. due.Select(outcome => outcome.Row)], [.. due.Select(outcome => outcome.Label)]));
    }

    public async Task FindAsync(string kind, long onset, CancellationToken cancellationToken)
    {
        var finding = new Finding($"{Row}-{kind}", Row, kind, null, "test", 1, 0.5, onset, onset, Row, $"{kind}.");
        await TellAsync(new FindingsReported("hits", $"hits-{onset}", Row, [finding]), finding.Id, cancellationToken);
    }

    public async Task AskToRetrainAsync(string updateId, CancellationToken cancellationToken) =>
        await TellAsync(new RetrainModel("hits", updateId, "a person", "why not"), updateId, cancellationToken);

    /// <summary>Serves on, and what is released, until something holds.</summary>
    public async Task UntilAsync(Func<bool> holds, string what, CancellationToken cancellationToken, int rows = 0)
    {
        try
        {
            await Eventually.Get(
                async token =>
                {
                    await LoadAsync(token);
                    if (holds()) return what;
                    if (rows > 0) Serve(rows);
                    return null;
                },
                TimeSpan.FromSeconds(60),
                what,
                cancellationToken);
        }
        catch (TimeoutException e)
        {
            var said = _processes.Select(process => $"{process.Name}: {string.Join("\n    ", process.Output.Split('\n').TakeLast(8))}");
            throw new TimeoutException($"{e.Message} At row {Row} the journal holds: {string.Join("\n  ", Journal)}\n{string.Join('\n', said)}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _log.Dispose();
        await _writer.DisposeAsync();
        await _bus.DisposeAsync();
        _database.Dispose();
        await _broker.DisposeAsync();
        await _server.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>Under the same id until the broker, which may be slow, has it.</summary>
    private Task<string> TellAsync<T>(T message, string key, CancellationToken cancellationToken)
        where T : class => Eventually.Get(
            async token =>
            {
                try
                {
                    await _bus.Bus.PublishAsync(message, key, token);
                    return key;
                }
                catch (MessageNotTakenException)
                {
                    return null;
                }
            },
            TimeSpan.FromSeconds(60),
            $"The broker takes {key}",
            cancellationToken);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var change in _heard.Of<ReleaseChanged>().Where(change => change.Sequence > (_release?.Sequence ?? 0)).OrderBy(change => change.Sequence))
        {
            _release = change;
            _ = Model(change.Champion);
            _log.AppendModelChange(new ModelChange(_log.NextRow, change.Champion.Version, change.Shadow?.Version ?? 0, change.Sequence, change.Champion.Sha256, 0, 0));
            await TellAsync(new ModelLoaded("hits", change.UpdateId, change.Sequence, _log.NextRow, change.Champion.Version, change.Shadow?.Version, "test"), $"loaded-{change.Sequence}", cancellationToken);
        }
    }

    private IModel Model(ModelReference reference) => _models.TryGetValue(reference.Version, out var model)
        ? model
        : _models[reference.Version] = ModelArtifact.Read(new DatabaseBlobs(_database).Read(RegistryBlobs.Artifact(reference.Sha256)));
}
