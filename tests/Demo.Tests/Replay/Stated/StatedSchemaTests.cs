using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Demo.Replay.Stated;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Demo.Tests.Replay.Stated;

public sealed class StatedSchemaTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    private static string Rows { get; } =
        $"when;zip;price;colour;secret;hit\n{string.Concat(Enumerable.Range(0, 300).Select(row => $"{1 + (row / 28 % 12):00}/{1 + (row % 28):00}/2020;{10 + (row % 5)};{row},5 €;{(row % 3 == 0 ? "red" : "blue")};{row % 7};{row % 2}\n"))}";

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void What_was_inferred_and_saved_gives_the_same_stream_again()
    {
        var settings = Csv.Settings(time: "when", warmup: 100, ignore: "secret") with { TimeFormat = "MM/dd/yyyy" };
        using var world = ReplayReader.Read(Csv.Source(Rows), settings);

        StatedSchemaFile.Write(StatedSchema.Of(world.Columns, world.Classes, settings), _path);
        using var again = ReplayReader.Read(Csv.Source(Rows), StatedSchemaFile.Read(_path).ApplyTo(Csv.Settings(label: "", warmup: 100)));

        Csv.Values(again).ShouldBe(Csv.Values(world));
        Csv.Labels(again).ShouldBe(Csv.Labels(world));
        again.EventTimeOf(7).ShouldBe(world.EventTimeOf(7));
        again.Schema.Features.Select(feature => (feature.Name, feature.Kind)).ShouldBe(world.Schema.Features.Select(feature => (feature.Name, feature.Kind)));
    }

    [Fact]
    public void Roles_types_and_allowed_values_are_as_the_schema_says()
    {
        var schema = Read("""
            {"columns":[
              {"name":"when","role":"time","format":"MM/dd/yyyy"},
              {"name":"zip","role":"feature","type":"category"},
              {"name":"price","role":"feature","type":"number","decimalSign":",","suffix":"€","unit":"EUR","monotone":"up"},
              {"name":"colour","role":"feature","type":"category","allowed":["blue","green","red"]},
              {"name":"secret","role":"sensitive"},
              {"name":"hit","role":"label","positive":"0"}]}
            """);

        using var world = ReplayReader.Read(Csv.Source(Rows), schema.ApplyTo(Csv.Settings(label: "", warmup: 100)));

        world.Schema.Features.Select(feature => (feature.Name, feature.Kind)).ShouldBe(
            [("zip", FeatureKind.Categorical), ("price", FeatureKind.Numeric), ("colour", FeatureKind.Categorical)]);
        world.Schema.Features[2].Categories.ShouldBe(["blue", "green", "red"]);
        world.Columns[4].Note.ShouldBe("by the schema: sensitive; kept there, used by nothing");
        world.Classes.ShouldBe(new LabelClasses("1", "0"));
        Csv.Values(world)[..3].ShouldBe([0, 0.5, 2]);
    }

    [Theory]
    [InlineData("""{"columns":[{"name":"a","role":"label"}]}""", "nothing of column 'b', which songs.csv has; add it, with the role ignored if it is no feature.")]
    [InlineData("""{"columns":[{"name":"a","role":"label"},{"name":"b","role":"feature"},{"name":"c","role":"id"}]}""", "column 'c' is not in songs.csv, which has a, b; take it out, or name it as the file does.")]
    [InlineData("""{"columns":[{"name":"a","role":"label"},{"name":"b","role":"feature","type":"number"}]}""", "songs.csv, line 2, column 'b': 'x' is no number, as ")]
    [InlineData("""{"columns":[{"name":"a","role":"label"},{"name":"b","role":"feature","type":"category","allowed":["x"]}]}""", "songs.csv, line 3, column 'b': 'y' is none of the values that ")]
    [InlineData("""{"columns":[{"name":"a","role":"label","positive":"2"},{"name":"b","role":"feature"}]}""", "the positive class '2' is neither '0' nor '1', which the file has.")]
    public void A_schema_that_does_not_fit_is_refused_with_column_and_mend(string json, string message)
    {
        var source = Csv.Source($"a,b\n{string.Concat(Enumerable.Range(0, 50).Select(row => $"{row % 2},{(row % 2 == 0 ? "x" : "y")}\n"))}");

        Should.Throw<UnusableInputException>(() => ReplayReader.Read(source, Read(json).ApplyTo(Csv.Settings(label: "", warmup: 40)))).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("""{"columns":[{"name":"a","role":"boss"}]}""", "column 'a': the role 'boss'; there are feature, label, time, ignored, id, group, weight, sensitive.")]
    [InlineData("""{"columns":[{"name":"a","role":"feature"}]}""", "0 columns with the role label; one is wanted.")]
    [InlineData("""{"columns":[{"name":"a","role":"label"},{"name":"a","role":"id"}]}""", "column 'a': named twice.")]
    [InlineData("""{"columns":[{"name":"a","role":"label","colour":"red"}]}""", ", line 1: ")]
    [InlineData("""{"columns":[{"name":"a"}]}""", ", line 1: ")]
    [InlineData("{", ", line 1: ")]
    public void A_file_that_is_no_schema_is_refused(string json, string message)
    {
        Should.Throw<UnusableInputException>(() => Read(json)).Message.ShouldContain(message);
    }

    private StatedSchema Read(string json)
    {
        File.WriteAllText(_path, json);
        return StatedSchemaFile.Read(_path);
    }
}
