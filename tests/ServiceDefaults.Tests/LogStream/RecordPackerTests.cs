using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.ServiceDefaults.Tests.LogStream;

public sealed class RecordPackerTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(1, 841)]
    [InlineData(500, 3)]
    public void A_pack_is_full_with_about_a_thousand_rows_however_they_were_asked_for(int rowsEach, int records)
    {
        Write(2_000 / rowsEach, rowsEach, columns: 10);
        using var packer = new RecordPacker(packs: true);
        using var frames = Files().OpenFrames(0);

        while (!packer.IsFull) packer.TryTake(frames, out _).ShouldBeTrue();

        (packer.First, packer.Records).ShouldBe((0, records));
        packer.Seal("inference", "log", 2_000).ShouldHaveSingleItem();
        (packer.Records, packer.IsFull).ShouldBe((0, false));
    }

    [Fact]
    public void Where_nothing_is_to_be_packed_each_record_is_a_message_as_it_stands()
    {
        Write(3, 2, columns: 1);
        using var packer = new RecordPacker(packs: false);
        using var frames = Files().OpenFrames(0);

        packer.TryTake(frames, out _).ShouldBeTrue();
        var message = packer.Seal("inference", "log", 3).ShouldHaveSingleItem();

        (message.Pack, message.Ordinal).ShouldBe((null, 0L));
        LogFrames.Read(message.Body.Span).ShouldBeOfType<PredictionBatch>().Count.ShouldBe(2);
    }

    [Fact]
    public void A_record_that_is_larger_than_a_pack_may_become_travels_alone_and_so_do_those_before_it()
    {
        Write(2, 1, columns: 4);
        Write(1, PackShape.MostBytes / 80, columns: 10);
        using var packer = new RecordPacker(packs: true);
        using var frames = Files().OpenFrames(0);

        for (var i = 0; i < 3; i++) packer.TryTake(frames, out _).ShouldBeTrue();
        var messages = packer.Seal("inference", "log", 3);

        messages.Select(message => (message.Ordinal, message.Pack)).ShouldBe([(0L, null), (1L, null), (2L, null)]);
        messages.Select(message => LogFrames.Read(message.Body.Span).Ordinal).ShouldBe([0, 1, 2]);
    }

    private InferenceLogFiles Files() => new(_data.Directory.PathOf("log"));

    private void Write(int batches, int rows, int columns)
    {
        using var writer = (InferenceLogWriter)Files().OpenWriter();
        var (features, scores) = (new double[rows * columns], new double[rows]);
        for (var i = 0; i < batches; i++) writer.AppendPredictions(new PredictionBatch(writer.NextRow, columns, features, 1, scores, scores, 0, [], null, null));
    }
}
