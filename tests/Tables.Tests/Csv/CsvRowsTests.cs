namespace MonitoringDemo.Tables.Tests.Csv;

public sealed class CsvRowsTests : IDisposable
{
    private readonly TableFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Quoted_commas_doubled_quotes_and_line_breaks_are_text()
    {
        var table = _folder.Csv("title,hit\n\"Hello, \"\"you\"\"\nthere\",1\nplain,0\n");

        table.Rows[0].ShouldBe(["Hello, \"you\"\nthere", "1"]);
        table.Rows[1].ShouldBe(["plain", "0"]);
        table.Places.Select(place => place.Row).ShouldBe([2, 4]);
    }

    [Theory]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("a|b\n1|2\n")]
    [InlineData("a^b\n1^2\n")]
    [InlineData("a\u0001b\n1\u00012\n")]
    [InlineData("a b\n1 2\n")]
    [InlineData("sep=;\na;b\n1;2\n")]
    [InlineData("'a','b'\n'1','2'\n")]
    [InlineData("\uFEFFa,b\r\n1,2\r\n")]
    [InlineData("a, b\n 1 , 2\n\n")]
    public void Other_separators_quotes_line_ends_marks_and_spaces_are_understood(string text)
    {
        var table = _folder.Csv(text);

        table.Names.ShouldBe(["a", "b"]);
        table.Rows.ShouldHaveSingleItem().ShouldBe(["1", "2"]);
    }

    [Theory]
    [InlineData("", "songs.csv: the file is empty.")]
    [InlineData("a,b\n", "songs.csv: a header and no rows.")]
    [InlineData("a,b\n1,2\n3\n", "songs.csv, line 3: 1 values where the header names 2; column 'b' is missing.")]
    [InlineData("a,b\n1,2,3\n", "songs.csv, line 2: 3 values where the header names 2; something follows column 'b'.")]
    [InlineData("a,a\n1,2\n", "songs.csv, line 1: column 'a' occurs twice.")]
    [InlineData("a,b\n1,\"2\n3,4\n", "songs.csv, line 2: a quote does not belong there or is never closed.")]
    public void What_cannot_be_used_is_refused_by_file_and_line(string text, string message)
    {
        Should.Throw<UnusableTableException>(() => _folder.Csv(text)).Message.ShouldBe(message);
    }

    [Fact]
    public void Rows_of_many_blocks_keep_their_lines()
    {
        var table = _folder.Csv($"a,b\n{string.Concat(Enumerable.Range(0, 3000).Select(row => $"{row},{row % 7}\n"))}");

        table.Rows.Count.ShouldBe(3000);
        table.Rows[2999].ShouldBe(["2999", "3"]);
        table.Places[2999].ShouldBe(new RowPlace("songs.csv", 0, 3001));
    }
}
