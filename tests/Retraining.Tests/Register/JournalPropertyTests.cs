using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MonitoringDemo.Properties;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Tests.Register;

public sealed class JournalPropertyTests
{
    private static readonly Type[] s_types = [.. typeof(JournalEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(JournalEvent)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    private static readonly Gen<JournalEvent> s_events =
        from type in Gen.Elements(s_types)
        from seed in Gen.Choose(0, int.MaxValue)
        select (JournalEvent)Made.Up(type, seed);

    [Fact]
    public void A_line_of_any_event_is_read_as_it_was_written() => Claim.Holds(
        from happened in s_events from row in Gen.Choose(0, 100_000) from ticks in Gen.Choose(0, int.MaxValue) select (happened, row, new DateTimeOffset(ticks, TimeSpan.Zero)),
        made =>
        {
            var (happened, row, time) = made;
            var (line, hash) = JournalLine.Write(1, JournalLine.Genesis, 0, row, time, happened);

            var (entry, more) = JournalLine.Read(line.AsSpan(0, line.Length - 1), JournalLine.Genesis, 1);

            (entry.Hash, entry.Row, entry.Time, more).ShouldBe((hash, row, time, 0));
            Made.Told(entry.Happened).ShouldBe(Made.Told(happened));
        },
        share: 3);

    [Fact]
    public void A_journal_of_any_bytes_is_read_as_far_as_it_is_whole_or_refused() => Claim.Holds(
        SpoiltBytes.Of(Gen.ArrayOf(s_events).Resize(4).Select(Lines), Encoding.UTF8.GetBytes("\n"), Encoding.UTF8.GetBytes("\"more\":0"), Encoding.UTF8.GetBytes("null")),
        bytes =>
        {
            var thrown = Record.Exception(() => Journal.Read(bytes));

            (thrown is null or DamagedJournalException).ShouldBeTrue($"{thrown}");
        },
        SpoiltBytes.Shorter);

    [Theory]
    [InlineData("""{"seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","more":0,"type":"decided","row":0,"time":"2020-01-01T00:00:00Z","payload":null}""")]
    [InlineData("""{"seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","more":0,"type":"decided","row":0,"time":"2020-01-01T00:00:00Z"}""")]
    [InlineData("""{"seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","more":0,"row":0,"time":"2020-01-01T00:00:00Z","payload":{}}""")]
    public void A_line_whose_hash_fits_but_that_says_nothing_is_refused(string body)
    {
        var read = () => JournalLine.Read(WithHash(body), JournalLine.Genesis, 1);

        Should.Throw<DamagedJournalException>(() => read().Entry);
    }

    private static byte[] WithHash(string body)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        return Encoding.UTF8.GetBytes($"{body[..^1]},\"hash\":\"{hash}\"}}");
    }

    private static byte[] Lines(JournalEvent[] events)
    {
        var (bytes, last) = (new List<byte>(), JournalLine.Genesis);
        for (var i = 0; i < events.Length; i++)
        {
            (var line, last) = JournalLine.Write(i + 1, last, (events.Length - 1 - i) % 2, 7, DateTimeOffset.UnixEpoch, events[i]);
            bytes.AddRange(line);
        }

        return [.. bytes];
    }
}
