using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.LogStream.Merge;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Tests.LogStream;

public sealed class LogCopyTests : IDisposable
{
    private const string Log = "0123456789abcdef";
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Every_record_is_taken_once_however_often_it_comes_and_what_is_left_out_is_counted()
    {
        var shipped = Shipped(10);
        using var copy = Open();

        var taken = new[] { 0, 1, 2, 1, 0, 2, 3, 6, 5, 7 }.Select(ordinal => copy.Take(shipped[ordinal])).ToList();

        taken.Select(each => each.IsKnown).ShouldBe([false, false, false, true, true, true, false, false, true, false]);
        taken.Select(each => each.Missing).ShouldBe([0, 0, 0, 0, 0, 0, 0, 2, 0, 0]);
        copy.NextOf(Log).ShouldBe(8);
        Copied().ShouldBe([0, 1, 2, 3, 6, 7]);
    }

    [Fact]
    public void A_copy_that_is_opened_again_knows_what_it_has()
    {
        var shipped = Shipped(5);
        using (var before = Open()) before.Take(shipped[0]);

        using var copy = Open();

        copy.Take(shipped[0]).IsKnown.ShouldBeTrue();
        copy.Take(shipped[1]).ShouldBe(new CopiedRecord(IsKnown: false, Missing: 0));
        (copy.NextOf(Log), copy.NextOf("another")).ShouldBe((2, 0));
    }

    [Fact]
    public void A_copy_that_lost_its_end_takes_again_what_it_once_had()
    {
        var shipped = Shipped(10);
        using (var before = Open())
        {
            foreach (var message in shipped) before.Take(message);
            before.Save();
        }

        var file = Directory.GetFiles(_data.Directory.PathOf("log"), "*.log").ShouldHaveSingleItem();
        using (var segment = File.OpenWrite(file)) segment.SetLength(segment.Length - 5);

        using var copy = Open(copied: 10);

        copy.End.ShouldBe(9);
        shipped.Select(copy.Take).Select(taken => taken.IsKnown).ShouldBe([.. Enumerable.Repeat(true, 9), false]);
        Copied().ShouldBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }

    [Fact]
    public void A_log_of_the_services_own_never_becomes_a_copy()
    {
        var shipped = Shipped(5);
        using (var writer = Files().OpenWriter()) writer.WriteSchema("{}"u8);

        using var copy = Open();

        Should.Throw<StreamPositionException>(() => copy.Take(shipped[0])).Message.ShouldContain("a log of its own");
    }

    [Fact]
    public void What_cannot_be_read_is_refused_and_changes_nothing()
    {
        var shipped = Shipped(3);
        using var copy = Open();
        var altered = shipped[0].Body.ToArray();
        altered[^1] ^= 1;

        Should.Throw<UnreadableMessageException>(() => copy.Take(shipped[0] with { Body = altered }));
        Should.Throw<UnreadableMessageException>(() => copy.Take(shipped[0] with { Ordinal = 1 })).Message.ShouldBe("It says that it is record 1, and holds record 0.");
        Should.Throw<UnreadableMessageException>(() => copy.Take(Schema("no json")));

        copy.NextOf(Log).ShouldBe(0);
        Files().ReadId().ShouldBe(Log);
        copy.Take(shipped[0]).IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void The_schema_comes_with_every_connection_and_stays_the_first()
    {
        using var copy = Open();

        var first = copy.Take(Schema("{\"a\":1}"));
        var again = copy.Take(Schema("{\"a\":1}"));

        (first.IsKnown, again.IsKnown).ShouldBe((false, true));
        Should.Throw<UnreadableMessageException>(() => copy.Take(Schema("{\"a\":2}"))).Message.ShouldContain("another schema");
    }

    private static ShippedMessage Schema(string json) => new("inference", Log, ShippedMessage.Schema, 0, System.Text.Encoding.UTF8.GetBytes(json));

    private static List<ShippedMessage> Shipped(int count)
    {
        using var data = new TemporaryData();
        var files = new InferenceLogFiles(data.Directory.PathOf("log"));
        using (var writer = files.OpenWriter())
        {
            for (var i = 0; i < count; i++) writer.AppendOutcomes(new OutcomeBatch([i], [1]));
        }

        using var frames = files.OpenFrames(0);
        var shipped = new List<ShippedMessage>();
        while (frames.TryRead(out var frame, out var ordinal)) shipped.Add(new ShippedMessage("inference", Log, ordinal, count, frame));
        return shipped;
    }

    private LogCopy Open(long copied = 0) => new(Files(), new Checkpoint<MergeState>(_data.Directory.PathOf("part", "log-merge.json")), new LogStreamOptions(), TimeProvider.System, copied);

    private InferenceLogFiles Files() => new(_data.Directory.PathOf("log"));

    private List<long> Copied()
    {
        using var reader = Files().OpenReader(truncated: TruncatedReads.Skip);
        var ordinals = new List<long>();
        while (reader.TryRead(out var record)) ordinals.Add(record.Ordinal);
        return ordinals;
    }
}
