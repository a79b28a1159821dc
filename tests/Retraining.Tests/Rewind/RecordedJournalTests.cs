using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining.Tests.Rewind;

public sealed class RecordedJournalTests
{
    [Fact]
    public async Task A_run_is_told_round_by_round_with_what_was_taken_in_and_a_second_start_is_refused()
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("rewind-").FullName;
        await using var fleet = await Fleet.StartAsync(new World(30), directory);

        var recorded = RecordedJournal.Read(new DataDirectory(directory));
        var rounds = Path.Combine(directory, "registry", "rounds.txt");
        var lines = await File.ReadAllLinesAsync(rounds, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(rounds, lines[..^1], TestContext.Current.CancellationToken);
        var cutOff = RecordedJournal.Read(new DataDirectory(directory));
        new RoundTrail(Path.Combine(directory, "registry", "rounds.txt")).Begin();
        var refused = Should.Throw<RecordingException>(() => RecordedJournal.Read(new DataDirectory(directory)));

        recorded.Entries.Select(entry => entry.Seq).ShouldBe(Enumerable.Range(1, recorded.Entries.Count).Select(seq => (long)seq));
        recorded.Effective[^1].LastSeq.ShouldBe(recorded.Entries[^1].Seq);
        recorded.Effective.SelectMany(round => round.Took).ShouldBe(["loaded 1"]);
        recorded.Entries.ShouldContain(entry => entry.Words.StartsWith("version 1 registered (seed", StringComparison.Ordinal));
        recorded.IsCutOff.ShouldBeFalse();
        cutOff.IsCutOff.ShouldBeTrue("its last entries belong to no round that is known");
        refused.Message.ShouldContain("started 2 times");
        refused.Message.ShouldContain("--fresh");
    }

    [Fact]
    public void A_directory_without_rounds_is_refused_with_what_to_do()
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("rewind-").FullName;

        var refused = Should.Throw<RecordingException>(() => RecordedJournal.Read(new DataDirectory(directory)));

        refused.Message.ShouldContain("run SCENARIO --data DIR");
    }
}
