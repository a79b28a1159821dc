namespace MonitoringDemo.Tables.Tests;

public sealed class TableFilesTests : IDisposable
{
    private readonly TableFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_read_one_after_the_other_and_a_pattern_by_name()
    {
        _folder.Write("part-2.csv", "a,b\n3,4\n");
        _folder.Write("part-1.csv.gz", TableFolder.Zipped("b;a\n2;1\n"));
        var last = _folder.Write("z.jsonl", """{"a":5,"b":6}""");

        var table = Taken.Of(new TableFiles([_folder.PathOf("part-*"), last]));

        table.Rows.ShouldBe([["2", "1"], ["4", "3"], ["6", "5"]]);
        table.Names.ShouldBe(["b", "a"]);
        table.Places.Select(place => $"{place.File}, {place.InWords}").ShouldBe(["part-1.csv.gz, line 2", "part-2.csv, line 2", "z.jsonl, line 1"]);
    }

    [Fact]
    public void A_file_with_other_columns_is_refused_by_name()
    {
        var first = _folder.Write("1.csv", "a,b\n1,2\n");
        var less = _folder.Write("2.csv", "a,c\n1,2\n");
        var more = _folder.Write("3.csv", "a,b,c\n1,2,3\n");

        Taken.Refusal(new TableFiles([first, less])).ShouldBe("2.csv: no column 'b', which 1.csv has; the columns are a, c.");
        Taken.Refusal(new TableFiles([first, more])).ShouldBe("3.csv: column 'c', which 1.csv does not have.");
    }

    [Theory]
    [InlineData("no-such-file.csv", "no such file")]
    [InlineData("no-such-*.csv", "no file matches")]
    [InlineData("", "a folder; name its files")]
    public void What_is_not_there_is_refused_by_name(string name, string what)
    {
        Should.Throw<UnusableTableException>(() => new TableFiles([_folder.PathOf(name)])).Message.ShouldContain(what);
    }

    [Theory]
    [InlineData("FEA1 and more", "a Feather file of version 1; write it anew as version 2, which is Arrow")]
    [InlineData("PK\u0003\u0004 and more", "a zip file or a workbook; unpack it, or save it as CSV")]
    [InlineData("[{\"a\":1}]", "a JSON array; write one object a line, for instance with jq -c '.[]'")]
    [InlineData("PAR1 and more", "not a readable Parquet file")]
    [InlineData("ARROW1 and more", "not a readable Arrow file")]
    public void What_is_of_another_kind_is_refused_with_the_mend(string text, string what)
    {
        Taken.Refusal(new TableFiles([_folder.Write("songs.any", text)])).ShouldContain(what);
    }
}
