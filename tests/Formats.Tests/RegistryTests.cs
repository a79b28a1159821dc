using System.Text;
using System.Text.Json.Nodes;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Formats.Tests;

public sealed class RegistryTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public static TheoryData<string> Journals => StoredFiles.Of("journal");

    public static TheoryData<string> Boxes => StoredFiles.Of("received");

    public static TheoryData<string> Models => StoredFiles.Of("models");

    public static TheoryData<string> Snapshots => StoredFiles.Of("snapshots");

    public static TheoryData<string> Signatures => [.. StoredFiles.Of("signatures").Select(row => row.Data).Where(file => file.EndsWith(".dsse.json", StringComparison.Ordinal))];

    public void Dispose() => _data.Dispose();

    [Theory]
    [MemberData(nameof(Journals))]
    public void A_journal_is_read_with_everything_that_its_events_say(string file)
    {
        var lines = Encoding.UTF8.GetString(StoredFiles.Read(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var entries = Entries(file);

        entries.Count.ShouldBe(lines.Length);
        foreach (var (entry, line) in entries.Zip(lines)) StoredJson.ShouldHold(entry.Happened, JsonNode.Parse(line)!["payload"], JournalEventTypes.Json);
    }

    [Fact]
    public void The_journals_hold_every_kind_of_event()
    {
        var kinds = Journals.Select(row => row.Data).SelectMany(Entries).Select(entry => entry.Happened.GetType()).Distinct();

        kinds.ShouldBe(typeof(JournalEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(JournalEvent)), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Messages_that_were_received_and_not_taken_over_are_read(string file)
    {
        var lines = File.ReadAllLines(_data.Put(file, "registry", "received.jsonl"));

        using var received = new ReceivedMessages(_data.Directory, new PumpSignal());

        received.Peek().Count.ShouldBe(lines.Length);
        foreach (var (message, line) in received.Peek().Zip(lines)) StoredJson.ShouldHold(message.Message, JsonNode.Parse(line)!["body"], ServiceDefaults.Messaging.MessageJson.Options);
    }

    [Fact]
    public void An_erasure_that_was_interrupted_is_read()
    {
        var file = StoredFiles.Of("privacy").Single().Data;
        _data.Put(file, "privacy", "pending.json");

        var work = new PendingErasure(_data.Directory).Load();

        StoredJson.ShouldHold(work!, JsonNode.Parse(StoredFiles.Read(file)), System.Text.Json.JsonSerializerOptions.Default);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_is_read_and_written_again_as_it_was(string file)
    {
        var model = ModelArtifact.Read(StoredFiles.Read(file));

        model.ToArtifact().ShouldBe(StoredFiles.Read(file));
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void A_signature_still_holds(string file)
    {
        _data.Put(file.Replace(".dsse.json", ".pub.pem", StringComparison.Ordinal), "keys", "artifact-signing.pub.pem");

        var verified = new ArtifactVerifier(_data.Directory).Verify(Samples.Rows(300).Labels, Encoding.UTF8.GetString(StoredFiles.Read(file)));

        verified.PredicateType.ShouldBe(SignedArtifacts.PredicateType);
    }

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void The_rows_that_a_version_was_trained_on_are_read(string file)
    {
        var sha256 = DataSetHash.Sha256(Samples.Rows(40));
        _data.Put(file, "registry", "snapshots", sha256 + Path.GetExtension(file));

        var rows = new Snapshots(Stores.Blobs(_data.Directory)).Read(sha256);

        rows.Count.ShouldBe(40);
    }

    private List<JournalEntry> Entries(string file)
    {
        _data.Put(file, "registry", "journal.jsonl");
        return [.. JournalEntry.In(Stores.Journal(_data.Directory))];
    }
}
