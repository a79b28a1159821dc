using Parquet;
using Parquet.Schema;

namespace MonitoringDemo.Tables.Tests;

public sealed class ParquetRowsTests : IDisposable
{
    private readonly TableFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Values_are_taken_by_what_the_file_says_of_them()
    {
        var path = await WriteAsync(groups: 1, rows: 3);

        var table = Taken.Of(new TableFiles([path]));

        table.Columns.Select(column => (column.Name, column.Type)).ShouldBe(
            [("x", StatedType.Number), ("n", StatedType.Number), ("text", StatedType.Unstated), ("ok", StatedType.Boolean), ("when", StatedType.Time), ("price", StatedType.Number)]);
        table.Rows[0].ShouldBe(["0.1", "", "song 0", "true", "2020-01-01T00:00:00Z", "1.25"]);
        table.Rows[1].ShouldBe(["1.1", "1", "", "false", "2020-01-02T00:00:00Z", "2.25"]);
        table.Kinds[0].ShouldBe([CellKind.Number, CellKind.Missing, CellKind.Text, CellKind.Text, CellKind.Time, CellKind.Number]);
    }

    [Fact]
    public async Task Rows_of_several_groups_keep_their_places()
    {
        var path = await WriteAsync(groups: 3, rows: 1500);

        var table = Taken.Of(new TableFiles([path]));

        table.Rows.Count.ShouldBe(4500);
        table.Places[4499].InWords.ShouldBe("row group 3, row 1500");
        table.Rows[4499][0].ShouldBe("1499.1");
    }

    [Fact]
    public async Task A_file_that_is_cut_off_is_refused()
    {
        var bytes = await File.ReadAllBytesAsync(await WriteAsync(groups: 1, rows: 100), TestContext.Current.CancellationToken);

        Taken.Refusal(new TableFiles([_folder.Write("cut.parquet", bytes[..^100])])).ShouldContain("not a readable Parquet file");
    }

    private async Task<string> WriteAsync(int groups, int rows)
    {
        var schema = new ParquetSchema(
            new DataField<double>("x"), new DataField<long?>("n"), new DataField<string>("text"), new DataField<bool>("ok"),
            new DateTimeDataField("when", DateTimeFormat.DateAndTimeMicros), new DecimalDataField("price", 10, 2));
        var path = _folder.PathOf("songs.parquet");
        var numbers = Enumerable.Range(0, rows).ToArray();
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(schema, stream);
        for (var group = 0; group < groups; group++)
        {
            using var part = writer.CreateRowGroup();
            await part.WriteAsync<double>(schema.DataFields[0], numbers.Select(row => row + 0.1).ToArray().AsMemory());
            await part.WriteAsync<long>(schema.DataFields[1], numbers.Select(row => row == 0 ? null : (long?)row).ToArray().AsMemory());
            await part.WriteAsync(schema.DataFields[2], numbers.Select(row => row == 1 ? null : $"song {row}").ToArray()!);
            await part.WriteAsync<bool>(schema.DataFields[3], numbers.Select(row => row % 2 == 0).ToArray().AsMemory());
            await part.WriteAsync<DateTime>(schema.DataFields[4], numbers.Select(row => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(row)).ToArray().AsMemory());
            await part.WriteAsync<decimal>(schema.DataFields[5], numbers.Select(row => row + 1.25m).ToArray().AsMemory());
        }

        return path;
    }
}
