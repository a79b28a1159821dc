using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.LogStream;
using ZstdSharp;

namespace MonitoringDemo.ServiceDefaults.Tests.LogStream;

public sealed class RecordUnpackerTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly RecordUnpacker _unpacker = new();

    public void Dispose()
    {
        _unpacker.Dispose();
        _data.Dispose();
    }

    [Fact]
    public void Of_a_pack_every_record_comes_back_as_it_stood_in_the_log_under_its_own_number()
    {
        var frames = Written(40);
        var message = Pack(40);

        var records = _unpacker.Unpack(message);

        message.Body.Length.ShouldBeLessThan(frames.Sum(frame => frame.Length) / 2);
        (message.Ordinal, message.Pack).ShouldBe((0, new PackShape(40, frames.Sum(frame => frame.Length))));
        records.Select(record => record.Ordinal).ShouldBe(Enumerable.Range(0, 40).Select(number => (long)number));
        records.Select(record => record.Body.ToArray()).ShouldBe(frames);
        records.ShouldAllBe(record => record.Pack == null && record.Log == "log" && record.End == 40);
    }

    [Fact]
    public void What_a_message_says_of_its_pack_travels_in_its_headers()
    {
        Written(5);
        var message = Pack(5);

        var received = ShippedMessage.Of(Delivered(message), message.Body);

        received.ShouldBe(message);
        ShippedMessage.Of(Delivered(message with { Pack = null }), message.Body)!.Pack.ShouldBeNull();
        var unknown = message.Properties();
        unknown.ContentEncoding = "of a later version";
        ShippedMessage.Of(unknown, message.Body).ShouldBeNull();
    }

    [Fact]
    public void A_record_that_travels_alone_is_taken_as_it_stands()
    {
        var frame = Written(1)[0];
        var message = new ShippedMessage("inference", "log", 0, 1, frame);

        var records = _unpacker.Unpack(message);

        records.ShouldBe([message]);
    }

    [Theory]
    [InlineData(1L << 40, "none becomes more than 1000 of 16777216")]
    [InlineData(0L, "none becomes more than")]
    [InlineData(100L, "does not become the 100 bytes that it says")]
    [InlineData(1L << 20, "becomes 1048576 bytes, and becomes ")]
    public void A_pack_that_becomes_other_than_it_says_or_more_than_is_allowed_is_refused(long bytes, string reason)
    {
        Written(40);
        var message = Pack(40);

        var refused = Should.Throw<UnreadableMessageException>(() => _unpacker.Unpack(message with { Pack = new PackShape(40, bytes) }));

        refused.Message.ShouldContain(reason);
    }

    [Fact]
    public void A_few_bytes_that_become_gigabytes_are_refused_before_they_do()
    {
        using var compressor = new Compressor();
        var body = compressor.Wrap(new byte[PackShape.MostBytes + 1]).ToArray();

        var refused = new[] { 1_000, PackShape.MostBytes }.Select(said =>
            Should.Throw<UnreadableMessageException>(() => _unpacker.Unpack(new ShippedMessage("inference", "log", 0, 1, body) { Pack = new PackShape(1, said) }))).ToList();

        body.Length.ShouldBeLessThan(10_000);
        refused.ShouldAllBe(each => each.Message.StartsWith("It does not become the"));
    }

    [Fact]
    public void A_pack_of_other_records_than_it_says_is_refused()
    {
        Written(3);
        var message = Pack(3);

        Should.Throw<UnreadableMessageException>(() => _unpacker.Unpack(message with { Ordinal = 7 })).Message.ShouldBe("It says that it holds 3 records from 7 on, and holds 3 from 0 on.");
        Should.Throw<UnreadableMessageException>(() => _unpacker.Unpack(message with { Pack = message.Pack! with { Records = 2 } })).Message.ShouldContain("2 records from 0 on, and holds 3");
        Should.Throw<UnreadableMessageException>(() => _unpacker.Unpack(message with { Body = message.Body[..^4] })).Message.ShouldContain("does not become");
        Should.Throw<UnreadableMessageException>(() => _unpacker.Unpack(Compressed("no record at all, and not a length of one"u8))).Message.ShouldBe("Behind 0 records come 41 bytes that are no whole one.");
    }

    private static ShippedMessage Compressed(ReadOnlySpan<byte> bytes)
    {
        using var compressor = new Compressor();
        return new ShippedMessage("inference", "log", 0, 1, compressor.Wrap(bytes).ToArray()) { Pack = new PackShape(1, bytes.Length) };
    }

    /// <summary>As the broker hands it over: it gives texts back as bytes.</summary>
    private static RabbitMQ.Client.BasicProperties Delivered(ShippedMessage message)
    {
        var properties = message.Properties();
        properties.Headers = properties.Headers!.ToDictionary(header => header.Key, header => header.Value is string text ? System.Text.Encoding.UTF8.GetBytes(text) : header.Value);
        return properties;
    }

    private InferenceLogFiles Files() => new(_data.Directory.PathOf("log"));

    private List<byte[]> Written(int count)
    {
        using (var writer = Files().OpenWriter())
        {
            for (var i = 0; i < count; i++) writer.AppendOutcomes(new OutcomeBatch([i, i + 1, i + 2, i + 3], [1, 0, 1, 0]));
        }

        using var reader = Files().OpenFrames(0);
        var frames = new List<byte[]>();
        while (reader.TryRead(out var frame, out _)) frames.Add(frame.ToArray());
        return frames;
    }

    private ShippedMessage Pack(int count)
    {
        using var packer = new RecordPacker(packs: true);
        using var reader = Files().OpenFrames(0);
        for (var i = 0; i < count; i++) packer.TryTake(reader, out _).ShouldBeTrue();
        return packer.Seal("inference", "log", count).ShouldHaveSingleItem();
    }
}
