using System.Text;
using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Properties;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Formats.Tests;

/// <summary>Writes the files that are missing. Explicit, since a file is written once, and never again.</summary>
public sealed class WritingTests : IDisposable
{
    private static readonly DateTimeOffset s_time = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact(Explicit = true)]
    public void What_is_missing_is_written_by_the_program_of_today()
    {
        Checkpoint("alerting", Samples.Alerting());
        Checkpoint("classroom", Samples.Teams);
        Checkpoint("drift", Samples.Drift());
        Checkpoint("forwarded", Samples.Forwarded);
        Checkpoint("inference", Samples.Applied);
        Checkpoint("merge", Samples.Merge);
        Checkpoint("mysteries", Samples.Mystery);
        Checkpoint("picture", Samples.Picture);
        Checkpoint("replica", Samples.Replica);
        Checkpoint("traffic", Samples.Traffic());
        Once("schema", ".json", () => SchemaJson.Write(Samples.Schema));
        Once("log", ".log", Log);
        Once("merged", ".log", Merged);
        Once("journal", ".jsonl", TheJournal);
        Once("received", ".jsonl", Received);
        Once("rounds", ".txt", Rounds);
        Once("snapshots", ".parquet", Snapshot);
        Once("privacy", ".json", Pending);
        foreach (var (trainer, settings) in new[] { ("logistic-regression", ""), ("binned-logistic", ""), ("gradient-boosting", "trees") })
            Once("models", $"-{trainer}.model", () => TrainerCatalog.Get(trainer).Train(Samples.Rows(300), settings.Length == 0 ? new Dictionary<string, double>() : new Dictionary<string, double> { [settings] = 3 }, 5).ToArtifact());
        Once("signatures", ".dsse.json", () => Encoding.UTF8.GetBytes(new ArtifactSigner(_data.Directory).Sign(Samples.Rows(300).Labels, "labels", SignedArtifacts.PredicateType, new { registry = "monitoring-demo" })));
        Once("signatures", ".pub.pem", () => File.ReadAllBytes(_data.Directory.PathOf("keys", "artifact-signing.pub.pem")));

        StoredFiles.Newest.Keys.ShouldAllBe(format => Directory.Exists(Path.GetDirectoryName(StoredFiles.Source(format, ""))));
    }

    private void Checkpoint<T>(string format, T state)
        where T : class => Once(format, ".json", () =>
    {
        var checkpoint = new Checkpoint<T>(_data.Directory.PathOf(format, "state.json"));
        checkpoint.Save(state);
        return File.ReadAllBytes(checkpoint.Path);
    });

    private byte[] Rounds()
    {
        var path = _data.Directory.PathOf("rounds", "rounds.txt");
        var trail = new RoundTrail(path);
        trail.Begin();
        foreach (var round in Samples.Rounds) trail.Add(round);
        return File.ReadAllBytes(path);
    }

    private byte[] Log()
    {
        using (var writer = InferenceLogWriter.Open(_data.Directory.PathOf("log"), new InferenceLogOptions { Clock = new FakeTimeProvider(s_time) }))
        {
            writer.AppendHistory(new HistoryBatch(0, 3, [1, double.NaN, 2, -0.0, 0.5, double.NaN], [0, 1], Complete: false));
            writer.AppendHistory(new HistoryBatch(2, 3, [120.5, 0.25, 0], [1], Complete: true) { EventTimes = [s_time.ToUnixTimeMilliseconds()] });
            writer.AppendModelChange(new ModelChange(3, 1, 0, 1, new string('a', 64), 0, 3));
            writer.AppendModelChange(new ModelChange(3, 2, 1, 2, new string('b', 64), 0, 3) { Importance = [0.5, 0.25, 0.25] });
            writer.AppendModelChange(new ModelChange(3, 2, 1, 3, new string('b', 64), 0, 3) { Importance = [0.5, 0.25, 0.25], HeldOutRows = 600, HeldOutErrors = 120 });
            writer.AppendPredictions(new PredictionBatch(3, 3, [1, 2, 0, 3, 4, 1], 2, [0.25, 0.75], [0.5, 0.5], 1, [0.125, 0.875], "anfrage-ü", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
            writer.AppendPredictions(new PredictionBatch(5, 3, [5, 6, 2], 2, [1], [0], 0, [], null, null) { EventTimes = [EventTime.Unknown] });
            writer.AppendPredictions(new PredictionBatch(6, 3, [7, 8, 0], 3, [0.125], [0.5], 2, [0.25], "r-7", null) { EventTimes = [s_time.ToUnixTimeMilliseconds()], ByCanary = true });
            writer.AppendPredictions(new PredictionBatch(7, 3, [9, 1, 0], 3, [0.125], [0.5], 2, [0.25], "r-8", null) { ByCanary = true, ScoreNanoseconds = 1_500, ShadowNanoseconds = 900 });
            writer.AppendPredictions(new PredictionBatch(8, 3, [9, 2, 0], 2, [0.125], [0.5], 3, [double.NaN], "r-9", null) { EventTimes = [s_time.ToUnixTimeMilliseconds()], ScoreNanoseconds = 900, ShadowNanoseconds = 2_000_000 });
            writer.AppendOutcomes(new OutcomeBatch([4, 3], [1, 0]));
            writer.AppendAcceptedData(new AcceptedData(9, "tempo", "accept-1"));
        }

        return File.ReadAllBytes(Directory.GetFiles(_data.Directory.PathOf("log"), "*.log").Single());
    }

    /// <summary>The first record of a log, as the seventh of a merged one.</summary>
    private byte[] Merged()
    {
        var files = new InferenceLogFiles(_data.Directory.PathOf("written"));
        using (var writer = files.OpenCopy(new InferenceLogOptions { Clock = new FakeTimeProvider(s_time) }))
            writer.AppendPredictions(new PredictionBatch(0, 3, [1, 2, 0, 3, 4, 1], 2, [0.25, 0.75], [0.5, 0.5], 1, [0.125, 0.875], "anfrage-ü", null));
        using var frames = files.OpenFrames(0);
        frames.TryRead(out var frame, out _).ShouldBeTrue();
        return LogFrames.Merged(frame.Span, 6, 11, new string('c', 32));
    }

    private byte[] TheJournal()
    {
        var types = typeof(JournalEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(JournalEvent)).OrderBy(type => type.Name, StringComparer.Ordinal);
        using (var journal = new JournalFile(Path.Combine(_data.Directory.Root, "registry")))
            journal.Append(0, 8_012, s_time, [.. types.Select((type, seed) => JournalEventTypes.Write((JournalEvent)Made.Up(type, seed)))]);
        return File.ReadAllBytes(_data.Directory.PathOf("registry", "journal.jsonl"));
    }

    private byte[] Received()
    {
        using (var received = new ReceivedMessages(_data.Directory, new PumpSignal()))
        {
            foreach (var message in Samples.Received) received.Add(message, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        }

        return File.ReadAllBytes(_data.Directory.PathOf("registry", "received.jsonl"));
    }

    private byte[] Pending()
    {
        new PendingErasure(_data.Directory).Save(Samples.Erasure);
        return File.ReadAllBytes(_data.Directory.PathOf("privacy", "pending.json"));
    }

    private byte[] Snapshot()
    {
        var sha256 = new Snapshots(Stores.Blobs(_data.Directory)).Write(Samples.Rows(40));
        return File.ReadAllBytes(_data.Directory.PathOf("registry", "snapshots", sha256 + ".parquet"));
    }

    private static void Once(string format, string ending, Func<byte[]> write)
    {
        var path = StoredFiles.Source(format, ending);
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, write());
    }
}
