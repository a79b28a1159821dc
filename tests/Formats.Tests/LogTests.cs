using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Formats.Tests;

public sealed class LogTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public static TheoryData<string> Segments => StoredFiles.Of("log");

    public static TheoryData<string> Merged => StoredFiles.Of("merged");

    public static TheoryData<string> Schemas => StoredFiles.Of("schema");

    public void Dispose() => _data.Dispose();

    [Theory]
    [MemberData(nameof(Segments))]
    public void A_segment_is_read_and_written_again_as_it_was(string file)
    {
        _data.Put(file, "log", $"{0:D20}.log");
        var records = Read(_data.Directory.PathOf("log"));

        using (var writer = InferenceLogWriter.Open(_data.Directory.PathOf("again"), new InferenceLogOptions { Clock = new FakeTimeProvider(records[0].Time) }))
            foreach (var record in records) Append(writer, record);

        File.ReadAllBytes(Directory.GetFiles(_data.Directory.PathOf("again"), "*.log").Single()).ShouldBe(StoredFiles.Read(file));
    }

    [Theory]
    [MemberData(nameof(Merged))]
    public void A_record_of_a_merged_log_says_where_it_comes_from_and_is_read_as_any_other(string file)
    {
        var frame = StoredFiles.Read(file);

        var record = LogFrames.Read(frame).ShouldBeOfType<PredictionBatch>();

        LogFrames.OriginOf(frame).ShouldBe(new LogOrigin(new string('c', 32), 0, 0));
        (record.Ordinal, record.FirstRow, record.RequestId).ShouldBe((6, 11, "anfrage-ü"));
        record.ShadowScores.ShouldBe([0.125, 0.875]);
    }

    [Fact]
    public void The_segments_hold_every_kind_of_record()
    {
        var kinds = Segments.Select(row => row.Data).SelectMany((file, i) =>
        {
            _data.Put(file, $"log-{i}", $"{0:D20}.log");
            return Read(_data.Directory.PathOf($"log-{i}"));
        }).Select(record => record.GetType()).Distinct();

        kinds.ShouldBe(typeof(LogRecord).Assembly.GetTypes().Where(type => type.BaseType == typeof(LogRecord)), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_is_read_and_written_again_as_it_was(string file)
    {
        var schema = SchemaJson.Read(StoredFiles.Read(file));

        SchemaJson.Write(schema).ShouldBe(StoredFiles.Read(file));
    }

    private static List<LogRecord> Read(string directory)
    {
        using var reader = InferenceLogReader.Open(directory);
        var records = new List<LogRecord>();
        while (reader.TryRead(out var record)) records.Add(record);
        return records;
    }

    private static LogPosition Append(InferenceLogWriter writer, LogRecord record) => record switch
    {
        HistoryBatch history => writer.AppendHistory(history),
        PredictionBatch batch => writer.AppendPredictions(batch),
        OutcomeBatch outcomes => writer.AppendOutcomes(outcomes),
        ModelChange change => writer.AppendModelChange(change),
        _ => writer.AppendAcceptedData((AcceptedData)record),
    };
}
