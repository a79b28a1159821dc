using System.Text;
using MonitoringDemo.Tables.Csv;

namespace MonitoringDemo.Tables.Tests.Csv;

public sealed class CsvShapeTests
{
    [Theory]
    [InlineData("a;b\n1,5;2,5\n3,5;4,5\n", ';', '"')]
    [InlineData("a,b\n\"1;2;3\",4\n\"5;6;7\",8\n", ',', '"')]
    [InlineData("title,hit\n'Til Dawn,1\nGo,0\n", ',', '"')]
    [InlineData("'a;1';b\n'x;y';2\n'z;w';3\n", ';', '\'')]
    [InlineData("when\n10:30\n11:45\n", ',', '"')]
    [InlineData("one column\nof words\nand more words\n", ',', '"')]
    public void Separator_and_quote_are_found_by_looking(string text, char separator, char quote)
    {
        var shape = CsvShape.Of(Encoding.UTF8.GetBytes(text), new TableOptions());

        (shape.Separator, shape.Quote).ShouldBe((separator, quote));
    }

    [Fact]
    public void What_is_said_holds()
    {
        var shape = CsvShape.Of("a,b;c\n1,2;3\n"u8, new TableOptions { Separator = ';', Quote = '\'' });

        (shape.Separator, shape.Quote).ShouldBe((';', '\''));
    }
}
