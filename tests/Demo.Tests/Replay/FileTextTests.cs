using System.IO.Compression;
using System.Text;
using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class FileTextTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv.gz");

    private static string Rows { get; } = $"a,hit\n{string.Concat(Enumerable.Range(0, 400).Select(row => $"{row * 7919 % 1000},{row % 2}\n"))}";

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    [InlineData(0.02)]
    public void A_gzip_file_that_is_cut_off_is_refused_with_the_line_reached(double share)
    {
        var whole = Zipped(Rows);
        File.WriteAllBytes(_path, whole[..(int)(whole.Length * share)]);

        var message = Should.Throw<UnusableInputException>(() => CsvTableReader.Read(_path)).Message;

        message.ShouldMatch(@"\.csv\.gz, line [0-9]+: the gzip file is cut off or damaged there");
    }

    [Fact]
    public void One_without_its_last_bytes_is_cut_off_too()
    {
        File.WriteAllBytes(_path, Zipped(Rows)[..^1]);

        Should.Throw<UnusableInputException>(() => CsvTableReader.Read(_path)).Message.ShouldContain("line 402: the gzip file is cut off or damaged there");
    }

    [Fact]
    public void A_whole_one_is_read_also_of_several_members()
    {
        File.WriteAllBytes(_path, [.. Zipped(Rows[..1_000]), .. Zipped(Rows[1_000..])]);

        CsvTableReader.Read(_path).Rows.Count.ShouldBe(400);
    }

    [Fact]
    public void Of_several_members_the_last_may_be_cut_off()
    {
        File.WriteAllBytes(_path, [.. Zipped(Rows[..1_000]), .. Zipped(Rows[1_000..])[..^20]]);

        Should.Throw<UnusableInputException>(() => CsvTableReader.Read(_path)).Message.ShouldContain("cut off or damaged");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_by_line_with_the_mend()
    {
        File.WriteAllBytes(_path, Encoding.Latin1.GetBytes("town,hit\nBern,0\nZürich,1\nZörich,0\n"));

        Should.Throw<UnusableInputException>(() => CsvTableReader.Read(_path)).Message
            .ShouldEndWith("line 3: the byte FC is no UTF-8 text; name the file's encoding, for instance --encoding windows-1252.");
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public void An_encoding_that_is_named_is_read(string encoding)
    {
        File.WriteAllBytes(_path, Encoding.Latin1.GetBytes("town,hit\nBern,0\nZürich,1\n"));

        CsvTableReader.Read(_path, encoding).Rows[1][0].ShouldBe("Zürich");
    }

    [Fact]
    public void A_file_that_is_marked_as_UTF_16_needs_no_name()
    {
        File.WriteAllBytes(_path, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("town,hit\nZürich,1\n")]);

        var table = CsvTableReader.Read(_path);

        table.Columns.ShouldBe(["town", "hit"]);
        table.Rows[0][0].ShouldBe("Zürich");
    }

    [Fact]
    public void An_encoding_that_there_is_not_is_refused()
    {
        File.WriteAllText(_path, Rows);

        Should.Throw<UnusableInputException>(() => CsvTableReader.Read(_path, "utf-88")).Message.ShouldStartWith("--encoding utf-88: no such encoding");
    }

    private static byte[] Zipped(string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Optimal))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }
}
