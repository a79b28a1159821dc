namespace MonitoringDemo.Tables.Tests;

public sealed class JsonLinesRowsTests : IDisposable
{
    private readonly TableFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Values_are_taken_as_they_are_whatever_their_order()
    {
        var table = Read("""
            {"x":1.50,"name":"Zürich \"1\"","ok":true,"inner":{"y":null}}

            {"ok":false,"inner":{"y":7},"x":1e3}
            """);

        table.Columns.Select(column => (column.Name, column.Type)).ShouldBe(
            [("x", StatedType.Number), ("name", StatedType.Unstated), ("ok", StatedType.Boolean), ("inner.y", StatedType.Number)]);
        table.Rows.ShouldBe([["1.5", "Zürich \"1\"", "true", ""], ["1000", "", "false", "7"]]);
        table.Kinds[1][1].ShouldBe(CellKind.Missing);
        table.Places.Select(place => place.Row).ShouldBe([1, 3]);
    }

    [Fact]
    public void Numbers_among_texts_are_text_as_they_are_written()
    {
        Read("{\"x\":\"01\"}\n{\"x\":1.50}\n").Rows.ShouldBe([["01"], ["1.50"]]);
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":}\n", "songs.jsonl, line 2: no JSON at byte 6 of the line; a row is one object on one line.")]
    [InlineData("{\"a\":1}\n{\"a\":1,\"a\":2}\n", "songs.jsonl, line 2: 'a' occurs twice.")]
    [InlineData("{\"a\":1}\n[1]\n", "songs.jsonl, line 2: '[1]' where an object {…} is wanted.")]
    [InlineData("{\"a\":1}\n{\"a\":1} {\"a\":2}\n", "songs.jsonl, line 2: no JSON at byte 9 of the line; a row is one object on one line.")]
    [InlineData("{}\n", "songs.jsonl: objects without a value.")]
    public void What_cannot_be_used_is_refused_by_line(string text, string message)
    {
        Taken.Refusal(new TableFiles([_folder.Write("songs.jsonl", text)])).ShouldBe(message);
    }

    [Fact]
    public void A_name_that_comes_only_after_the_head_is_refused_and_not_lost()
    {
        var path = _folder.Write("songs.jsonl", $"{string.Concat(Enumerable.Repeat("{\"a\":1}\n", 10_000))}{{\"a\":1,\"b\":2}}\n");

        Taken.Refusal(new TableFiles([path])).ShouldStartWith("songs.jsonl, line 10001: 'b' is none of the columns of the first 10,000 lines (a)");
    }

    private Taken Read(string text) => Taken.Of(new TableFiles([_folder.Write("songs.jsonl", text)]));
}
