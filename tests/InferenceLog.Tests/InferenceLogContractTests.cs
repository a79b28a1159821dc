using Microsoft.Extensions.Time.Testing;

namespace MonitoringDemo.InferenceLog.Tests;

/// <summary>What services may rely on, whatever keeps the log. One class for each implementation inherits these tests.</summary>
public abstract class InferenceLogContractTests
{
    private static readonly InferenceLogOptions Small = new() { SegmentBytes = 1_000, RetainBytes = 5_000 };

    protected abstract IInferenceLog Log { get; }

    /// <summary>Leaves the last record half written, as the death of its writer would.</summary>
    protected abstract void TearTail();

    [Fact]
    public void Records_of_every_kind_come_in_the_order_in_which_they_were_appended()
    {
        using (var writer = Log.OpenWriter(new InferenceLogOptions { Clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch) }))
        {
            writer.AppendHistory(new HistoryBatch(0, 1, [1, double.NaN], [0, 1], Complete: true));
            writer.AppendModelChange(new ModelChange(2, 1, 0, 1, "abc", 0, 2));
            Append(writer, LogDirectory.Batch(2, 3, requestId: "named"));
            writer.AppendOutcomes(new OutcomeBatch([2, 4], [1, 0]));
            writer.AppendAcceptedData(new AcceptedData(5, "duration_ms", "accept-1"));
        }

        var records = ReadAll();

        records.Select(record => record.GetType()).ShouldBe([typeof(HistoryBatch), typeof(ModelChange), typeof(PredictionBatch), typeof(OutcomeBatch), typeof(AcceptedData)]);
        records.Select(record => (record.Ordinal, record.AtRow)).ShouldBe([(0, 0), (1, 2), (2, 2), (3, 5), (4, 5)]);
        records.ShouldAllBe(record => record.Time == DateTimeOffset.UnixEpoch);
        ((HistoryBatch)records[0]).Features.ShouldBe([1, double.NaN]);
        ((ModelChange)records[1]).Sha256.ShouldBe("abc");
        ((PredictionBatch)records[2]).ShouldSatisfyAllConditions(
            batch => batch.Features.ShouldBe(LogDirectory.Batch(2, 3).Features), batch => batch.FirstRow.ShouldBe(2), batch => batch.RequestId.ShouldBe("named"));
        ((OutcomeBatch)records[3]).Rows.ShouldBe([2, 4]);
        ((AcceptedData)records[4]).What.ShouldBe("duration_ms");
    }

    [Fact]
    public void Reading_goes_on_from_a_stored_ordinal()
    {
        Fill(20);

        for (var from = 0; from <= 20; from++)
            ReadAll(from).Select(record => record.Ordinal).ShouldBe(Enumerable.Range(from, 20 - from).Select(i => (long)i));
    }

    [Fact]
    public void A_reader_that_came_before_the_log_sees_what_is_appended_and_where_it_is()
    {
        using var reader = Log.OpenReader();

        (reader.TryRead(out _), reader.HasSchema, reader.NextOrdinal).ShouldBe((false, false, 0));
        using var writer = Log.OpenWriter();
        Append(writer, LogDirectory.Batch(0, 3));

        (reader.TryRead(out var first), reader.NextOrdinal, first!.Ordinal).ShouldBe((true, 1, 0));
        (reader.TryRead(out _), reader.NextOrdinal).ShouldBe((false, 1));
    }

    [Fact]
    public async Task Readers_beside_a_writer_see_every_record_once_and_whole()
    {
        const int Batches = 4_000;
        var cancellation = TestContext.Current.CancellationToken;
        var readers = Enumerable.Range(0, 2).Select(reader => Task.Run(() => Tail(Batches, shares: reader == 1, cancellation), cancellation)).ToArray();

        await Task.Run(() => Write(Batches), cancellation);
        var rows = await Task.WhenAll(readers);

        rows.ShouldAllBe(seen => seen == Enumerable.Range(0, Batches).Sum(i => (long)SizeOf(i)));
    }

    [Fact]
    public void What_retention_was_faster_with_is_told_or_skipped_as_the_reader_wishes()
    {
        long firstRow;
        using (var writer = Log.OpenWriter(Small))
        {
            for (var i = 0; i < 200; i++) Append(writer, LogDirectory.Batch(3 * i, 3));
            firstRow = writer.FirstRow;
        }

        var gone = Should.Throw<LogTruncatedException>(() => ReadAll());
        var rest = ReadAll(gone.FirstAvailableOrdinal);
        var skipped = ReadAll(0, TruncatedReads.Skip);

        firstRow.ShouldBeGreaterThan(0);
        rest[0].AtRow.ShouldBe(firstRow);
        rest[^1].Ordinal.ShouldBe(199);
        skipped.Select(record => record.Ordinal).ShouldBe(rest.Select(record => record.Ordinal));
        Log.TryReadAt(rest[0].Position, out _).ShouldBeTrue();
        Log.TryReadAt(new LogPosition(0), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(TruncatedReads.Throw)]
    [InlineData(TruncatedReads.Skip)]
    public void A_stored_ordinal_past_the_end_is_no_silent_wait(TruncatedReads truncated)
    {
        Fill(1);

        var lost = Should.Throw<LogTruncatedException>(() => ReadAll(5, truncated));

        lost.FirstAvailableOrdinal.ShouldBe(1);
    }

    [Fact]
    public void The_schema_is_established_once_and_read_by_all()
    {
        using var reader = Log.OpenReader();
        Should.Throw<InvalidOperationException>(() => reader.Schema);

        using (var writer = Log.OpenWriter())
        {
            writer.WriteSchema("one"u8);
            writer.WriteSchema("one"u8);
        }

        using var again = Log.OpenWriter();
        again.Schema.ShouldBe("one"u8.ToArray());
        Should.Throw<SchemaConflictException>(() => again.WriteSchema("two"u8));
        reader.HasSchema.ShouldBeTrue();
        reader.Schema.ToArray().ShouldBe("one"u8.ToArray());
    }

    [Fact]
    public void There_is_one_writer_at_a_time_and_the_next_goes_on_where_it_ended()
    {
        using (var first = Log.OpenWriter())
        {
            Append(first, LogDirectory.Batch(0, 5));
            Should.Throw<LogInUseException>(() => Log.OpenWriter());
        }

        using var next = Log.OpenWriter();

        (next.NextOrdinal, next.NextRow).ShouldBe((1, 5));
        Append(next, LogDirectory.Batch(5, 2));
        ReadAll().Cast<PredictionBatch>().Select(batch => batch.FirstRow).ShouldBe([0, 5]);
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_nothing_of_it_is_appended()
    {
        using var writer = Log.OpenWriter();
        Append(writer, LogDirectory.Batch(0, 2));

        Should.Throw<ArgumentException>(() => writer.AppendHistory(new HistoryBatch(3, 1, [1], [0], false)));
        Should.Throw<ArgumentException>(() => writer.AppendModelChange(new ModelChange(1, 1, 0, 1, "abc", 0, 2)));
        Should.Throw<ArgumentException>(() => writer.AppendOutcomes(new OutcomeBatch([0], [])));

        (writer.NextOrdinal, writer.NextRow, ReadAll().Count).ShouldBe((1, 2, 1));
    }

    [Fact]
    public void One_record_can_be_read_again_by_its_position()
    {
        using var writer = Log.OpenWriter();
        var positions = Enumerable.Range(0, 10).Select(i => Append(writer, LogDirectory.Batch(3 * i, 3))).ToArray();

        var read = positions.Select(position => Log.TryReadAt(position, out var record) ? record : null).ToList();

        read.Select(record => (record!.Position, record.AtRow)).ShouldBe(positions.Select((position, i) => (position, 3L * i)));
        Log.TryReadAt(new LogPosition(99, 99, 0), out _).ShouldBeFalse();
    }

    [Fact]
    public void A_torn_tail_is_not_seen_and_the_next_writer_writes_over_it()
    {
        Fill(2);
        TearTail();
        using var reader = Log.OpenReader();
        (reader.TryRead(out _), reader.TryRead(out _)).ShouldBe((true, false));

        using var writer = Log.OpenWriter();
        (writer.NextOrdinal, writer.NextRow).ShouldBe((1, 3));
        Append(writer, LogDirectory.Batch(3, 3, requestId: "again"));

        reader.TryRead(out var record).ShouldBeTrue();
        record.ShouldBeOfType<PredictionBatch>().RequestId.ShouldBe("again");
    }

    private static LogPosition Append(ILogWriter writer, PredictionBatch batch) => writer.AppendPredictions(batch.AsRows(), out _);

    private static int SizeOf(int batch) => 1 + (batch * 7 % 60);

    private void Fill(int batches)
    {
        using var writer = Log.OpenWriter(new InferenceLogOptions { SegmentBytes = 500 });
        for (var i = 0; i < batches; i++) Append(writer, LogDirectory.Batch(3 * i, 3));
    }

    private List<LogRecord> ReadAll(long from = 0, TruncatedReads truncated = TruncatedReads.Throw)
    {
        using var reader = Log.OpenReader(from, truncated);
        var records = new List<LogRecord>();
        while (reader.TryRead(out var record)) records.Add(record);
        return records;
    }

    private void Write(int batches)
    {
        using var writer = Log.OpenWriter(new InferenceLogOptions { SegmentBytes = 200_000 });
        for (var i = 0; i < batches; i++) Append(writer, LogDirectory.Batch(writer.NextRow, SizeOf(i)));
    }

    private long Tail(int batches, bool shares, CancellationToken cancellation)
    {
        using var reader = Log.OpenReader(shares: shares);
        var (seen, rows) = (0, 0L);
        while (seen < batches)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!reader.TryRead(out var record))
            {
                Thread.Yield();
                continue;
            }

            var batch = record.ShouldBeOfType<PredictionBatch>();
            if (batch.Ordinal != seen || batch.FirstRow != rows || batch.Count != SizeOf(seen) || batch.Features[0] != rows + 0.25)
                throw new InvalidOperationException($"Record {seen} is not what was appended: ordinal {batch.Ordinal}, first row {batch.FirstRow}, {batch.Count} rows.");
            (seen, rows) = (seen + 1, rows + batch.Count);
        }

        return rows;
    }
}
