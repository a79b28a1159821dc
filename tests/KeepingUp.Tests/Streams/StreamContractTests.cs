using MonitoringDemo.KeepingUp.Runs;
using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tests.Streams;

/// <summary>What every generated stream holds.</summary>
public sealed class StreamContractTests
{
    private const int Rows = 12_000;

    public static TheoryData<string> Names => [.. GeneratedCases.Streams.Select(stream => stream.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_file_and_another_seed_another(string name)
    {
        var stream = Named(name);

        var files = new ulong[] { 3, 3, 4 }.Select(seed => Csv(stream, seed)).ToList();

        files[1].ShouldBe(files[0]);
        files[2].ShouldNotBe(files[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_has_a_name_for_every_column_once_and_every_row(string name)
    {
        var stream = Named(name);

        var lines = Csv(stream, 1).TrimEnd('\n').Split('\n');

        lines.Length.ShouldBe(Rows + 1);
        lines[0].Split(',').ShouldBeUnique();
        lines.ShouldAllBe(line => line.Count(sign => sign == ',') == stream.Columns.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_category_is_one_of_its_column_and_all_of_them_come_in_the_warm_up(string name)
    {
        var stream = Named(name);

        var rows = stream.Make(Spells.Warmup, 1).ToList();

        for (var i = 0; i < stream.Columns.Count; i++)
        {
            if (stream.Columns[i].Categories is { Count: > 0 } categories)
                rows.Select(row => row.Values[i]).Distinct().Order().ShouldBe(Enumerable.Range(0, categories.Count).Select(code => (double)code));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_classes_come_in_the_warm_up(string name)
    {
        var rows = Named(name).Make(Rows, 1).Take(Spells.Warmup);

        rows.Average(row => row.Label).ShouldBeInRange(0.05, 0.95);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Changes_come_in_order_after_the_warm_up_and_before_the_end(string name)
    {
        var changes = Named(name).Changes(Rows, 1);

        changes.ShouldBeInOrder();
        changes.ShouldAllBe(change => change > Spells.Warmup && change < Rows);
    }

    internal static IStream Named(string name) => GeneratedCases.Streams.Single(stream => stream.Name == name);

    private static string Csv(IStream stream, ulong seed)
    {
        using var writer = new StringWriter();
        GeneratedCases.Write(stream, Rows, seed, writer);
        return writer.ToString();
    }
}
