using System.Security.Cryptography;
using System.Text;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection.ReadLog;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.InferenceLog.Frames;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Formats.Tests;

/// <summary>What a newer program wrote is not guessed at: the refusal says that it is newer.</summary>
public sealed class NewerVersionTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(8, "unknown type 99")]
    [InlineData(9, "format version 99")]
    public void A_record_of_the_log(int place, string what)
    {
        var path = _data.Put("log/1.log", "log", $"{0:D20}.log");
        var bytes = File.ReadAllBytes(path);
        var frame = bytes.AsSpan(0, (int)FrameHeader.FrameBytes(bytes));
        frame[place] = 99;
        FrameHeader.Read(frame).Seal(frame);
        File.WriteAllBytes(path, bytes);

        using var reader = InferenceLogReader.Open(_data.Directory.PathOf("log"));
        var refused = Should.Throw<NotSupportedException>(() => reader.TryRead(out _));

        refused.Message.ShouldContain(what);
        refused.Message.ShouldContain("Use a newer program.");
    }

    [Fact]
    public void A_schema()
    {
        var newer = Text("schema/1.json").Replace("\"formatVersion\":1", "\"formatVersion\":2", StringComparison.Ordinal);

        Should.Throw<InvalidDataException>(() => SchemaJson.Read(Encoding.UTF8.GetBytes(newer))).Message.ShouldContain("format version 2; this build reads version 1");
    }

    [Fact]
    public void An_event_of_the_journal()
    {
        var path = _data.Directory.PathOf("registry", "journal.jsonl");
        using (var journal = new JournalFile(Path.GetDirectoryName(path)!))
            journal.Append(0, 0, DateTimeOffset.UnixEpoch, [JournalEventTypes.Write(new VersionRejected(1, "better", "worse"))]);
        var body = File.ReadAllText(path).Replace("version-rejected", "version-praised", StringComparison.Ordinal).Split(",\"hash\"")[0] + "}";
        File.WriteAllText(path, $"{body[..^1]},\"hash\":\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}\"}}\n");

        var refused = Should.Throw<DamagedJournalException>(() => JournalEntry.In(Stores.Journal(_data.Directory)).ToList());

        refused.Message.ShouldContain("'version-praised', which this version does not know; run a newer version");
    }

    [Fact]
    public void A_message_that_was_received()
    {
        var path = _data.Put("received/1.jsonl", "registry", "received.jsonl");
        File.WriteAllText(path, File.ReadAllText(path).Replace("RetrainModel", "PraiseModel", StringComparison.Ordinal));

        var refused = Should.Throw<InvalidDataException>(() => new ReceivedMessages(_data.Directory, new PumpSignal()).Dispose());

        refused.Message.ShouldContain("PraiseModel");
        refused.Message.ShouldContain("run a newer version");
    }

    [Fact]
    public void A_checkpoint()
    {
        var path = _data.Directory.PathOf("drift", "state.json");
        File.WriteAllText(path, Text("drift/1.json").Replace("checkpoint-1", "checkpoint-2", StringComparison.Ordinal));

        var refused = Should.Throw<DamagedCheckpointException>(() => new Checkpoint<DriftState>(path).TryLoad(out _));

        refused.Message.ShouldContain("'checkpoint-2', and this program reads 'checkpoint-1'; use a newer program");
    }

    [Fact]
    public void The_state_of_a_monitor()
    {
        new Checkpoint<DriftState>(StoredFiles.PathOf("drift/1.json")).TryLoad(out var state).ShouldBeTrue();
        var newer = state!.Monitor!;
        newer[newer.AsSpan().IndexOf("monitor-"u8) + "monitor-".Length] = (byte)'9';

        Should.Throw<InvalidDataException>(() => ModelMonitor.Resume(new MonitorState(newer), Samples.Schema)).Message.ShouldContain("another version of the library");
    }

    [Fact]
    public void A_model()
    {
        var newer = Text("models/1-binned-logistic.model").Replace("MonitoringDemo.Model 1 ", "MonitoringDemo.Model 2 ", StringComparison.Ordinal);

        Should.Throw<InvalidModelArtifactException>(() => ModelArtifact.Read(Encoding.UTF8.GetBytes(newer))).Message.ShouldContain("format version '2'");
    }

    private static string Text(string file) => Encoding.UTF8.GetString(StoredFiles.Read(file));
}
