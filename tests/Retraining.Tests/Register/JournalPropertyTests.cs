using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MonitoringDemo.Properties;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Register;

public sealed class JournalPropertyTests : IDisposable
{
    private static readonly Type[] s_types = [.. typeof(JournalEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(JournalEvent)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    private static readonly Gen<JournalEvent> s_events =
        from type in Gen.Elements(s_types)
        from seed in Gen.Choose(0, int.MaxValue)
        select (JournalEvent)Made.Up(type, seed);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal-");
    private int _journals;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_line_of_any_event_is_read_as_it_was_written() => Claim.Holds(
        from happened in s_events from row in Gen.Choose(0, 100_000) from ticks in Gen.Choose(0, int.MaxValue) select (happened, row, new DateTimeOffset(ticks, TimeSpan.Zero)),
        made =>
        {
            var (happened, row, time) = made;
            using var journal = new JournalFile(Fresh());
            journal.Append(0, row, time, [JournalEventTypes.Write(happened)]);

            var entry = JournalEntry.In(journal).ShouldHaveSingleItem();

            (entry.Seq, entry.Row, entry.Time).ShouldBe((1, row, time));
            Made.Told(entry.Happened).ShouldBe(Made.Told(happened));
        },
        share: 3);

    [Fact]
    public void A_journal_of_any_bytes_is_read_as_far_as_it_is_whole_or_refused() => Claim.Holds(
        SpoiltBytes.Of(Gen.ArrayOf(s_events).Resize(4).Select(Lines), Encoding.UTF8.GetBytes("\n"), Encoding.UTF8.GetBytes("\"more\":0"), Encoding.UTF8.GetBytes("null")),
        bytes =>
        {
            var thrown = Record.Exception(() => Read(bytes));

            (thrown is null or DamagedJournalException).ShouldBeTrue($"{thrown}");
        },
        SpoiltBytes.Shorter);

    [Theory]
    [InlineData("""{"seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","more":0,"type":"decided","row":0,"time":"2020-01-01T00:00:00Z","payload":null}""")]
    [InlineData("""{"seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","more":0,"type":"decided","row":0,"time":"2020-01-01T00:00:00Z"}""")]
    [InlineData("""{"seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","more":0,"row":0,"time":"2020-01-01T00:00:00Z","payload":{}}""")]
    public void A_line_whose_hash_fits_but_that_says_nothing_is_refused(string body)
    {
        var read = () => Read(WithHash(body));

        Should.Throw<DamagedJournalException>(read);
    }

    private static byte[] WithHash(string body)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        return Encoding.UTF8.GetBytes($"{body[..^1]},\"hash\":\"{hash}\"}}\n");
    }

    private byte[] Lines(JournalEvent[] events)
    {
        var folder = Fresh();
        var written = 0;
        using (var journal = new JournalFile(folder))
        {
            // Deeds of one and two lines.
            foreach (var deed in events.Chunk(2))
            {
                journal.Append(written, 7, DateTimeOffset.UnixEpoch, [.. deed.Select(JournalEventTypes.Write)]);
                written += deed.Length;
            }
        }

        return written == 0 ? [] : File.ReadAllBytes(PathIn(folder));
    }

    private List<JournalEntry> Read(byte[] bytes)
    {
        var folder = Fresh();
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(PathIn(folder), bytes);
        using var journal = new JournalFile(folder);
        return [.. JournalEntry.In(journal)];
    }

    private string Fresh() => Path.Combine(_folder.FullName, $"{_journals++}");

    private static string PathIn(string folder) => Path.Combine(folder, "journal.jsonl");
}
