namespace MonitoringDemo.InferenceLog.Tests;

/// <summary>Carries records from one log to another, as bytes.</summary>
public sealed class LogFrameReaderTests : IDisposable
{
    private readonly LogDirectory _source = new();
    private readonly LogDirectory _copy = new();

    public void Dispose()
    {
        _source.Dispose();
        _copy.Dispose();
    }

    [Fact]
    public void A_copy_holds_the_same_records_with_the_same_numbers_rows_and_times()
    {
        Fill(50);
        using var frames = new InferenceLogFiles(_source.Path).OpenFrames(0);
        using var copy = new InferenceLogFiles(_copy.Path).OpenCopy(new InferenceLogOptions { SegmentBytes = 2_000 });

        while (frames.TryRead(out var frame, out _)) copy.AppendFrame(frame.Span);

        (copy.NextOrdinal, copy.NextRow).ShouldBe((50, 150));
        _copy.ReadAll().Select(Told).ShouldBe(_source.ReadAll().Select(Told));
        _copy.Segments.Length.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Records_that_are_left_out_are_a_hole_which_readers_are_told_of_or_pass_over(int kept)
    {
        Fill(50);
        using (var early = InferenceLogReader.Open(_copy.Path, truncated: TruncatedReads.Skip))
        {
            early.TryRead(out _).ShouldBeFalse();
            using (var copy = new InferenceLogFiles(_copy.Path).OpenCopy()) Carry(copy, ordinal => ordinal < kept || ordinal >= 40);

            early.TryRead(out var first).ShouldBeTrue();
            first!.Ordinal.ShouldBe(kept == 0 ? 40 : 0);
        }

        var passing = _copy.ReadAll(truncated: TruncatedReads.Skip);
        var told = Should.Throw<LogTruncatedException>(() => _copy.ReadAll());

        passing.Select(record => record.Ordinal).ShouldBe([.. Enumerable.Range(0, kept), .. Enumerable.Range(40, 10)]);
        passing[^1].AtRow.ShouldBe(147);
        told.FirstAvailableOrdinal.ShouldBe(40);
        _copy.ReadAll(kept == 0 ? 40 : 30, TruncatedReads.Skip).Count.ShouldBe(10);
    }

    [Fact]
    public void A_copy_that_was_closed_at_a_hole_goes_on_behind_it()
    {
        Fill(50);
        using (var copy = new InferenceLogFiles(_copy.Path).OpenCopy()) Carry(copy, ordinal => ordinal is < 20 or 40);

        using var again = new InferenceLogFiles(_copy.Path).OpenCopy();
        Carry(again, ordinal => ordinal > 40);

        (again.NextOrdinal, again.NextRow).ShouldBe((50, 150));
        _copy.ReadAll(truncated: TruncatedReads.Skip).Count.ShouldBe(30);
    }

    [Fact]
    public void A_record_that_is_there_already_is_refused()
    {
        Fill(3);
        using var copy = new InferenceLogFiles(_copy.Path).OpenCopy();
        Carry(copy, _ => true);

        Should.Throw<ArgumentException>(() => Carry(copy, ordinal => ordinal == 2)).Message.ShouldContain("next record is 3");
        copy.NextOrdinal.ShouldBe(3);
    }

    [Fact]
    public void Bytes_that_were_altered_are_no_record()
    {
        Fill(1);
        using var frames = new InferenceLogFiles(_source.Path).OpenFrames(0);
        frames.TryRead(out var frame, out _);
        var altered = frame.ToArray();
        altered[^3] ^= 1;

        var read = LogFrames.Read(frame.Span);

        read.ShouldBeOfType<PredictionBatch>().Count.ShouldBe(3);
        Should.Throw<CorruptLogException>(() => LogFrames.Read(altered));
        Should.Throw<CorruptLogException>(() => LogFrames.Read(altered.AsSpan(0, 20)));
        Should.Throw<CorruptLogException>(() => LogFrames.Read([]));
    }

    [Fact]
    public void A_log_has_a_name_of_its_own_and_a_copy_has_that_of_its_source()
    {
        var (source, copy) = (new InferenceLogFiles(_source.Path), new InferenceLogFiles(_copy.Path));

        var before = source.ReadId();
        var id = source.EstablishId();

        before.ShouldBeNull();
        source.EstablishId().ShouldBe(id);
        copy.AdoptId(id).ShouldBe(id);
        copy.AdoptId("another").ShouldBe(id);
        copy.ReadId().ShouldBe(id);
    }

    private static string Told(LogRecord record) => System.Text.Json.JsonSerializer.Serialize((PredictionBatch)record with { Position = default });

    private void Fill(int batches)
    {
        using var writer = InferenceLogWriter.Open(_source.Path, new InferenceLogOptions { SegmentBytes = 3_000 });
        for (var i = 0; i < batches; i++) writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));
    }

    private void Carry(InferenceLogWriter copy, Func<long, bool> wanted)
    {
        using var frames = new InferenceLogFiles(_source.Path).OpenFrames(0);
        while (frames.TryRead(out var frame, out var ordinal))
        {
            if (wanted(ordinal)) copy.AppendFrame(frame.Span);
        }
    }
}
