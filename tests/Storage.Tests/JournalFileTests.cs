namespace MonitoringDemo.Storage.Tests;

public sealed class JournalFileTests : JournalContractTests, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("journal-").FullName;

    private string File => Path.Combine(_directory, "registry", "journal.jsonl");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    protected override IJournal Open() => new JournalFile(Path.Combine(_directory, "registry"));

    protected override void Close(IJournal journal) => ((JournalFile)journal).Dispose();

    [Fact]
    public void A_deed_cut_at_any_byte_counts_whole_or_not_at_all_and_the_journal_goes_on()
    {
        Write(after: 0, "one");
        var before = System.IO.File.ReadAllBytes(File).Length;
        Write(after: 1, "two", "three");
        var whole = System.IO.File.ReadAllBytes(File);

        for (var length = before; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Read().ShouldBe(["one"], $"cut at byte {length}");
            Write(after: 1, "again");
            Read().ShouldBe(["one", "again"], $"cut at byte {length}");
        }
    }

    [Fact]
    public void A_line_is_written_as_ever()
    {
        const string Line = """{"seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","more":0,"type":"said","row":7,"time":"2020-01-01T12:00:00+00:00","payload":{"words":"größer > \"1\""},"hash":""";

        Write(after: 0, "größer > \"1\"");

        System.IO.File.ReadAllText(File).ShouldStartWith(Line);
        System.IO.File.ReadAllBytes(File).Length.ShouldBe(System.Text.Encoding.UTF8.GetByteCount(Line) + 64 + "\"\"}\n".Length);
    }

    [Fact]
    public void An_altered_line_is_refused_by_number()
    {
        Write(after: 0, "one");
        Write(after: 1, "two");
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("one", "uno", StringComparison.Ordinal));

        var refused = Should.Throw<DamagedJournalException>(() => Read());

        refused.Message.ShouldContain("line 1");
        refused.Message.ShouldContain("--fresh");
    }

    [Fact]
    public void A_line_taken_out_breaks_the_chain()
    {
        for (var after = 0; after < 3; after++) Write(after, "a line");
        var lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllText(File, $"{lines[0]}\n{lines[2]}\n");

        Should.Throw<DamagedJournalException>(() => Read()).Message.ShouldContain("chain at line 2");
    }
}
