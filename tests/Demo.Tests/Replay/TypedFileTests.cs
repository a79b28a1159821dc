using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Learning.Schema;
using Parquet;
using Parquet.Schema;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class TypedFileTests
{
    [Fact]
    public async Task Parquet_JSON_lines_and_CSV_of_the_same_rows_are_the_same_stream()
    {
        var rows = Enumerable.Range(0, 600).Select(row => (X: row * 0.1, When: new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(600 - row), Colour: row % 3 == 0 ? null : row % 3 == 1 ? "red" : "blue", Hit: row % 2 == 0)).ToList();
        var csv = Csv.Source($"x,when,colour,hit\n{string.Concat(rows.Select(row => FormattableString.Invariant($"{row.X:R},{row.When:yyyy-MM-ddTHH:mm:ssZ},{row.Colour},{(row.Hit ? "true" : "false")}\n")))}");
        var json = Csv.Source(string.Concat(rows.Select(row => FormattableString.Invariant($$"""{"x":{{row.X:R}},"when":"{{row.When:yyyy-MM-ddTHH:mm:ssZ}}","colour":{{(row.Colour is null ? "null" : $"\"{row.Colour}\"")}},"hit":{{(row.Hit ? "true" : "false")}}}""") + "\n")), "songs.jsonl");
        var parquet = Csv.Source("", "songs.parquet");
        var schema = new ParquetSchema(new DataField<double>("x"), new DateTimeDataField("when", DateTimeFormat.DateAndTimeMicros), new DataField<string>("colour"), new DataField<bool>("hit"));
        await using (var stream = File.Create(parquet.Paths[0]))
        await using (var writer = await ParquetWriter.CreateAsync(schema, stream, cancellationToken: TestContext.Current.CancellationToken))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<double>(schema.DataFields[0], rows.Select(row => row.X).ToArray().AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
            await group.WriteAsync<DateTime>(schema.DataFields[1], rows.Select(row => row.When).ToArray().AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
            await group.WriteAsync(schema.DataFields[2], rows.Select(row => row.Colour).ToArray()!);
            await group.WriteAsync<bool>(schema.DataFields[3], rows.Select(row => row.Hit).ToArray().AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        }

        var worlds = new[] { csv, json, parquet }.Select(source => ReplayReader.Read(source, Csv.Settings(time: "when"))).ToList();

        worlds[0].Schema.Features.Select(feature => feature.Kind).ShouldBe([FeatureKind.Numeric, FeatureKind.Categorical]);
        worlds[0].EventTimeOf(0).ShouldBe(new DateTimeOffset(rows[^1].When).ToUnixTimeMilliseconds());
        foreach (var world in worlds)
        {
            Csv.Values(world).ShouldBe(Csv.Values(worlds[0]));
            Csv.Labels(world).ShouldBe(Csv.Labels(worlds[0]));
            world.EventTimeOf(599).ShouldBe(worlds[0].EventTimeOf(599));
            world.Dispose();
        }
    }
}
