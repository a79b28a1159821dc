using MonitoringDemo.InferenceLog;
using MonitoringDemo.InferenceLog.Erase;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Tests.People;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Privacy;

public sealed class ErasureTests
{
    private static readonly ModelSlot s_slot = new("hits");

    private static Erasure On(string directory, Action<string>? reached = null) => new(new DataDirectory(directory), s_slot, TimeProvider.System, reached);

    private static AuditReport Audit(string directory)
    {
        var data = new DataDirectory(directory);
        return RegistryAudit.Run(Stores.Journal(data), Stores.Blobs(data), new ArtifactVerifier(data));
    }

    private static RegistryState State(string directory) => JournalEntry.In(Stores.Journal(new DataDirectory(directory))).Aggregate(RegistryState.Empty, RegistryFold.Apply);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var path = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
    }

    /// <summary>Whether the bytes of a value stand anywhere below a folder, but in models.</summary>
    private static bool Stands(string directory, double value) => Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".log", StringComparison.Ordinal) || file.EndsWith(".parquet", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal))
        .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(BitConverter.GetBytes(value)) >= 0);

    /// <summary>Rows that two versions learned from, and one that no version knows: named by the row, as a person would be by an order.</summary>
    [Fact]
    public async Task What_was_stored_of_a_row_is_gone_wherever_the_erasure_was_interrupted_and_everything_still_verifies()
    {
        await using var fleet = await Persons.OrderedAsync("olga");
        await fleet.ServeAsync(500);
        var learned = fleet.State.Version(2).TrainedFromRow;
        fleet.Stop();
        var root = Directory.CreateTempSubdirectory("erasure-").FullName;
        // A copy of the log, as a service that shares no directory has it.
        Copy(Path.Combine(fleet.Directory, "log"), Path.Combine(fleet.Directory, "copies", "hits"));
        var value = ValueOf(fleet.Directory, learned);
        var steps = new List<string>();
        var key = new SubjectKey(Feature: 0, Value: value);
        var plan = On(fleet.Directory).Plan(key);
        string Twin(string name)
        {
            var twin = Path.Combine(root, name);
            Copy(fleet.Directory, twin);
            return twin;
        }

        var whole = Twin("whole");
        On(whole, steps.Add).Run(key, "ana", "The customer asked for it.", retrain: true);
        var interrupted = steps.Distinct().Select(step =>
        {
            var twin = Twin($"at {step}");
            Should.Throw<IOException>(() => On(twin, at => { if (at == step) throw new IOException("It died."); }).Run(key, "ana", "The customer asked for it.", retrain: true));
            return (Directory: twin, Resumed: On(twin).Resume());
        }).ToList();

        (Stands(fleet.Directory, value), plan.Rows, plan.Versions).ShouldBe((true, plan.Rows, plan.Versions));
        plan.Rows.ShouldContain(learned);
        plan.Versions.ShouldContain(2);
        steps.ShouldBe(["snapshots", "journal", "blobs", "log hits", "log log", "order", "end"]);
        interrupted.ShouldAllBe(twin => twin.Resumed);
        foreach (var directory in interrupted.Select(twin => twin.Directory).Append(whole))
        {
            Stands(directory, value).ShouldBeFalse(directory);
            Audit(directory).ShouldSatisfyAllConditions(report => report.Problems.ShouldBeEmpty(directory), report => report.ErasedRows.ShouldBe(plan.Rows.Count), report => report.SignedRecords.ShouldBe(report.Records));
            File.Exists(Path.Combine(directory, "privacy", "pending.json")).ShouldBeFalse();
            (On(directory).Resume(), On(directory).Plan(key).Rows.Count).ShouldBe((false, 0));
            State(directory).Erasures.ShouldHaveSingleItem().By.ShouldBe("ana");
            File.ReadAllText(Path.Combine(directory, "registry", "received.jsonl")).ShouldContain("RetrainModel");
        }

        ShouldTell(whole, learned);
        Directory.Delete(root, recursive: true);
    }

    /// <summary>The journal, the card and a reproduction say so, and a fleet goes on with it.</summary>
    private static void ShouldTell(string directory, long row)
    {
        var (data, state) = (new DataDirectory(directory), State(directory));
        var journal = Stores.Journal(data);
        state.Version(2).ErasedRows.ShouldNotBeNull().ShouldBeGreaterThan(0);
        state.Version(2).RowsSha256.ShouldNotBe(state.Version(2).DataSetSha256);
        state.IsQuarantined(row).ShouldBeTrue();
        new Snapshots(Stores.Blobs(data)).Read(state.Version(2).RowsSha256).RowNumbers.ToArray().ShouldNotContain(row);
        state.Decisions.Where(said => said.Action == DecisionActions.Erase).ShouldContain(said => said.Version == 2 && said.Reason.StartsWith("ana erased "));
        ModelCards.Write(journal, Stores.Blobs(data), Stores.Log(data), 2, new CardOptions(), CardFormat.Markdown).ShouldContain("of them were erased since");
        Reproduction.Of(journal, Stores.Blobs(data), 2, RetrainingModule.FindTrainers()).ShouldSatisfyAllConditions(again => again.Differences.ShouldContain(difference => difference.StartsWith("rows: ")));
    }

    [Fact]
    public async Task A_fleet_goes_on_trains_without_the_rows_and_what_is_found_by_no_key_changes_nothing()
    {
        await using var fleet = await Persons.OrderedAsync("olga");
        await fleet.ServeAsync(500);
        var journal = Path.Combine(fleet.Directory, "registry", "journal.jsonl");
        var (before, after) = (Array.Empty<byte>(), Array.Empty<byte>());
        var (none, erased) = ((ErasurePlan?)null, (ErasurePlan?)null);

        fleet.WhileStopped(() =>
        {
            before = File.ReadAllBytes(journal);
            none = On(fleet.Directory).Run(new SubjectKey(RequestId: "nobody"), "ana", "Asked.", retrain: true);
            after = File.ReadAllBytes(journal);
            erased = On(fleet.Directory).Run(new SubjectKey(Row: 3_900), "ana", "Asked.", retrain: true);
        });
        fleet.Restart();
        await fleet.DrainAsync();
        await fleet.ServeAsync(500);

        (none!.Rows.Count, after.SequenceEqual(before), erased!.Rows.Count).ShouldBe((0, true, 1));
        fleet.Decisions.ShouldContain(said => said.Action == DecisionActions.Retrain && said.UpdateId.EndsWith("-retrain", StringComparison.Ordinal));
        var trained = fleet.State.Versions[^1];
        (trained.Version, trained.Trigger).ShouldBe((3, "manual"));
        new Snapshots(fleet.Get<IBlobStore>()).Read(trained.RowsSha256).RowNumbers.ToArray().ShouldNotContain(3_900);
        fleet.Bus.Of<DecisionMade>().ShouldContain(said => said.Action == DecisionActions.Erase);
    }

    private static double ValueOf(string directory, long row)
    {
        using var reader = InferenceLogReader.Open(Path.Combine(directory, "log"), truncated: TruncatedReads.Skip);
        while (reader.TryRead(out var record))
        {
            if (record is PredictionBatch batch && row >= batch.FirstRow && row < batch.FirstRow + batch.Count) return batch.Row((int)(row - batch.FirstRow))[0];
        }

        throw new InvalidOperationException($"The log has no row {row}.");
    }
}
