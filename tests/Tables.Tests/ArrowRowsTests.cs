using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace MonitoringDemo.Tables.Tests;

public sealed class ArrowRowsTests : IDisposable
{
    private readonly TableFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(true, CompressionCodecType.Lz4Frame)]
    [InlineData(true, CompressionCodecType.Zstd)]
    public void Values_are_taken_by_what_the_file_says_of_them(bool isFile, CompressionCodecType? codec)
    {
        var path = Write(isFile, batches: 1, rows: 3, codec);

        var table = Taken.Of(new TableFiles([path]));

        table.Columns.Select(column => (column.Name, column.Type)).ShouldBe(
            [("x", StatedType.Number), ("n", StatedType.Number), ("text", StatedType.Unstated), ("ok", StatedType.Boolean), ("when", StatedType.Time), ("zip", StatedType.Category)]);
        table.Rows[0].ShouldBe(["0.1", "", "song 0", "true", "2020-01-01T00:00:00Z", "01234"]);
        table.Rows[1].ShouldBe(["1.1", "1", "", "false", "2020-01-02T00:00:00Z", "5678"]);
    }

    [Fact]
    public void Rows_of_several_batches_keep_their_places()
    {
        var table = Taken.Of(new TableFiles([Write(isFile: true, batches: 2, rows: 1500, null)]));

        table.Rows.Count.ShouldBe(3000);
        table.Places[2999].InWords.ShouldBe("row group 2, row 1500");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_cut_off_is_refused(bool isFile)
    {
        var bytes = File.ReadAllBytes(Write(isFile, batches: 2, rows: 500, null));

        Taken.Refusal(new TableFiles([_folder.Write("cut.arrow", bytes[..(bytes.Length * 3 / 4)])])).ShouldContain("not a readable Arrow file");
    }

    [Fact]
    public void A_stream_that_is_cut_off_between_two_batches_is_refused()
    {
        var bytes = File.ReadAllBytes(Write(isFile: false, batches: 2, rows: 500, null));

        Taken.Refusal(new TableFiles([_folder.Write("cut.arrow", bytes[..^8])])).ShouldContain("after batch 2: not a readable Arrow file (the mark of its end is not there)");
    }

    private string Write(bool isFile, int batches, int rows, CompressionCodecType? codec)
    {
        var path = _folder.PathOf("songs.arrow");
        var batch = Batch(rows);
        var options = new IpcOptions { CompressionCodec = codec, CompressionCodecFactory = codec is null ? null : new CompressionCodecFactory() };
        using var stream = File.Create(path);
        using var writer = isFile ? new ArrowFileWriter(stream, batch.Schema, leaveOpen: true, options) : new ArrowStreamWriter(stream, batch.Schema, leaveOpen: true, options);
        for (var i = 0; i < batches; i++)
            writer.WriteRecordBatch(batch);
        writer.WriteEnd();
        return path;
    }

    private static RecordBatch Batch(int rows)
    {
        var (x, n, text, ok) = (new DoubleArray.Builder(), new Int64Array.Builder(), new StringArray.Builder(), new BooleanArray.Builder());
        var (when, zip) = (new TimestampArray.Builder(new TimestampType(TimeUnit.Nanosecond, "UTC")), new Int8Array.Builder());
        for (var row = 0; row < rows; row++)
        {
            x.Append(row + 0.1);
            _ = row == 0 ? n.AppendNull() : n.Append(row);
            _ = row == 1 ? text.AppendNull() : text.Append($"song {row}");
            ok.Append(row % 2 == 0);
            when.Append(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(row));
            zip.Append((sbyte)(row % 2));
        }

        var zips = new StringArray.Builder().Append("01234").Append("5678").Build();
        var type = new DictionaryType(Int8Type.Default, StringType.Default, false);
        return new RecordBatch.Builder()
            .Append("x", false, x.Build()).Append("n", true, n.Build()).Append("text", true, text.Build()).Append("ok", false, ok.Build())
            .Append("when", false, when.Build()).Append("zip", false, new DictionaryArray(type, zip.Build(), zips))
            .Build();
    }
}
