using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Tests.Register;

public sealed class JournalTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string _directory = Directory.CreateTempSubdirectory("journal-").FullName;

    private string File => Path.Combine(_directory, "journal.jsonl");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static Decided Say(string reason) => new(new DecisionMade("hits", "story", 1, "watch", reason, ["f"]), "a rule");

    private int Write(params JournalEvent[][] deeds)
    {
        using var journal = Journal.Open(File, out _);
        foreach (var deed in deeds) journal.Append(7, Noon, deed);
        return (int)new FileInfo(File).Length;
    }

    private IReadOnlyList<JournalEntry> Read()
    {
        using var journal = Journal.Open(File, out var entries);
        return entries;
    }

    [Fact]
    public void What_was_appended_is_read_back()
    {
        Write([Say("one"), Say("two")], [Say("three")]);

        var entries = Read();

        entries.Select(entry => entry.Seq).ShouldBe([1, 2, 3]);
        entries.Select(entry => ((Decided)entry.Happened).Decision.Reason).ShouldBe(["one", "two", "three"]);
        entries.ShouldAllBe(entry => entry.Row == 7 && entry.Time == Noon);
    }

    [Fact]
    public void A_deed_cut_at_any_byte_counts_whole_or_not_at_all_and_the_journal_goes_on()
    {
        var before = Write([Say("one")]);
        var after = Write([Say("two"), Say("three")]);
        var whole = System.IO.File.ReadAllBytes(File);

        for (var length = before; length < after; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Read().Count.ShouldBe(1, $"cut at byte {length}");
            Write([Say("again")]);
            Read().Count.ShouldBe(2, $"cut at byte {length}");
        }
    }

    [Fact]
    public void An_altered_line_is_refused_by_number()
    {
        Write([Say("one")], [Say("two")]);
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("one", "uno", StringComparison.Ordinal));

        var refused = Should.Throw<DamagedJournalException>(Read);

        refused.Message.ShouldContain("line 1");
        refused.Message.ShouldContain("--fresh");
    }

    [Fact]
    public void A_line_taken_out_breaks_the_chain()
    {
        Write([Say("one")], [Say("two")], [Say("three")]);
        var lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllText(File, $"{lines[0]}\n{lines[2]}\n");

        Should.Throw<DamagedJournalException>(Read).Message.ShouldContain("chain at line 2");
    }

    [Fact]
    public void Two_processes_cannot_write_it_at_once()
    {
        using var first = Journal.Open(File, out _);

        Should.Throw<IOException>(() => Journal.Open(File, out _));
    }
}
