using System.Text.Json;

namespace MonitoringDemo.Storage.Tests;

/// <summary>What the registry may rely on, whatever keeps its journal. One class for each implementation inherits these tests.</summary>
public abstract class JournalContractTests
{
    private static readonly DateTimeOffset Noon = new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The same journal each time, as another process would open it.</summary>
    protected abstract IJournal Open();

    /// <summary>That process ends.</summary>
    protected abstract void Close(IJournal journal);

    [Fact]
    public void What_was_appended_is_read_back_in_order_and_numbered()
    {
        Read().ShouldBeEmpty();

        Write(after: 0, "one", "two");
        Write(after: 2, "three");

        var records = Open().Read();
        records.Select(record => record.Seq).ShouldBe([1, 2, 3]);
        records.Select(WordsOf).ShouldBe(["one", "two", "three"]);
        records.ShouldAllBe(record => record.Row == 7 && record.Time == Noon && record.Fact.Type == "said");
    }

    [Fact]
    public void A_deed_is_answered_with_the_hash_that_its_last_record_is_read_with()
    {
        var journal = Open();

        var hashes = new[] { Append(journal, after: 0, "one", "two"), Append(journal, after: 2, "three") };
        Close(journal);

        var records = Open().Read();
        hashes.ShouldBe([records[1].Hash, records[2].Hash]);
        records.Select(record => record.Hash).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Another_process_reads_what_one_appends()
    {
        var (writer, reader) = (Open(), Open());

        Append(writer, after: 0, "one");
        reader.Read().Select(WordsOf).ShouldBe(["one"]);
        Append(writer, after: 1, "two");

        reader.Read().Select(WordsOf).ShouldBe(["one", "two"]);
        Close(writer);
    }

    [Fact]
    public void A_deed_that_says_nothing_leaves_the_journal_to_others()
    {
        var (silent, other) = (Open(), Open());

        silent.Append(0, 7, Noon, []).ShouldBeNull();
        Append(other, after: 0, "one");

        Read().ShouldBe(["one"]);
        Close(other);
    }

    [Fact]
    public void Two_that_build_on_the_same_record_are_in_conflict_and_the_second_is_told()
    {
        var (first, second) = (Open(), Open());
        first.Read().Count.ShouldBe(second.Read().Count);
        Append(first, after: 0, "one");

        var beside = Should.Throw<JournalConflictException>(() => Append(second, after: 0, "uno"));
        Close(first);
        var later = Should.Throw<JournalConflictException>(() => Append(second, after: 0, "uno"));

        Read().ShouldBe(["one"]);
        (beside.After, later.After).ShouldBe((0, 0));
        later.Message.ShouldContain("another retraining service");
        Append(second, after: 1, "two");
        Read().ShouldBe(["one", "two"]);
        Close(second);
    }

    [Fact]
    public void What_builds_on_a_record_that_is_not_there_is_refused()
    {
        Write(after: 0, "one");

        var journal = Open();
        Should.Throw<JournalConflictException>(() => Append(journal, after: 5, "six"));
        Close(journal);

        Read().ShouldBe(["one"]);
    }

    protected void Write(long after, params string[] words)
    {
        var journal = Open();
        Append(journal, after, words);
        Close(journal);
    }

    protected IEnumerable<string?> Read() => Open().Read().Select(WordsOf);

    private static string? Append(IJournal journal, long after, params string[] words) =>
        journal.Append(after, 7, Noon, [.. words.Select(each => new JournalFact("said", JsonSerializer.SerializeToElement(new { words = each })))]);

    private static string? WordsOf(JournalRecord record) => record.Fact.Payload.GetProperty("words").GetString();
}
