using System.IO.Compression;
using System.Text;
using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class CsvTableReaderTests
{
    [Fact]
    public void Quoted_commas_doubled_quotes_and_line_breaks_are_text()
    {
        var table = Csv.Table("title,hit\n\"Hello, \"\"you\"\"\nthere\",1\nplain,0\n");

        table.Rows[0].ShouldBe(["Hello, \"you\"\nthere", "1"]);
        table.Rows[1].ShouldBe(["plain", "0"]);
        table.Lines.ShouldBe([2, 4]);
    }

    [Theory]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("\uFEFFa,b\r\n1,2\r\n")]
    [InlineData("a, b\n 1 , 2\n\n")]
    public void Other_separators_line_ends_marks_and_spaces_are_understood(string text)
    {
        var table = Csv.Table(text);

        table.Columns.ShouldBe(["a", "b"]);
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
        Should.Throw<UnusableInputException>(() => Csv.Table(text)).Message.ShouldBe(message);
    }

    [Fact]
    public void A_zipped_file_is_recognised_by_its_first_bytes()
    {
        var path = Path.GetTempFileName();
        using (var zip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes("a,b\n1,2\n"));

        var table = CsvTableReader.Read(path);

        table.Rows.ShouldHaveSingleItem().ShouldBe(["1", "2"]);
        table.FileName.ShouldBe(Path.GetFileName(path));
        File.Delete(path);
    }

    [Fact]
    public void A_damaged_zip_is_refused()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

        Should.Throw<UnusableInputException>(() => CsvTableReader.Read(path)).Message.ShouldContain("not a readable CSV.gz file");
        File.Delete(path);
    }

    [Fact]
    public void A_missing_file_is_refused_by_name()
    {
        Should.Throw<UnusableInputException>(() => CsvTableReader.Read("no-such-file.csv")).Message.ShouldBe("no-such-file.csv: no such file.");
    }
}
