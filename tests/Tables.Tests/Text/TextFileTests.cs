using System.Text;

namespace MonitoringDemo.Tables.Tests.Text;

public sealed class TextFileTests : IDisposable
{
    private readonly TableFolder _folder = new();

    private static string Rows { get; } = $"a,hit\n{string.Concat(Enumerable.Range(0, 400).Select(row => $"{row * 7919 % 1000},{row % 2}\n"))}";

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    [InlineData(0.02)]
    public void A_gzip_file_that_is_cut_off_is_refused_with_the_line_reached(double share)
    {
        var whole = TableFolder.Zipped(Rows);

        var message = RefusalOf(whole[..(int)(whole.Length * share)]);

        message.ShouldMatch(@"songs\.csv\.gz, line [0-9]+: (the gzip file is cut off or damaged there|not a readable packed file)");
    }

    [Fact]
    public void One_without_its_last_bytes_is_cut_off_too()
    {
        RefusalOf(TableFolder.Zipped(Rows)[..^1]).ShouldContain("line 402: the gzip file is cut off or damaged there");
    }

    [Fact]
    public void A_whole_one_is_read_also_of_several_members()
    {
        var path = _folder.Write("songs.csv.gz", [.. TableFolder.Zipped(Rows[..1_000]), .. TableFolder.Zipped(Rows[1_000..])]);

        Taken.Of(new TableFiles([path])).Rows.Count.ShouldBe(400);
    }

    [Fact]
    public void Of_several_members_the_last_may_be_cut_off()
    {
        RefusalOf([.. TableFolder.Zipped(Rows[..1_000]), .. TableFolder.Zipped(Rows[1_000..])[..^20]]).ShouldContain("cut off or damaged");
    }

    [Fact]
    public void A_damaged_zip_is_refused()
    {
        RefusalOf([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).ShouldContain("not a readable packed file");
    }

    [Fact]
    public void A_Zstandard_file_is_unpacked_and_a_cut_one_refused()
    {
        using var compressor = new ZstdSharp.Compressor();
        var packed = compressor.Wrap(Encoding.UTF8.GetBytes(Rows)).ToArray();

        var table = Taken.Of(new TableFiles([_folder.Write("songs.csv.zst", packed)]));

        table.Rows.Count.ShouldBe(400);
        RefusalOf(packed[..^9]).ShouldContain("not a readable packed file");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_by_line_with_the_mend()
    {
        RefusalOf(Encoding.Latin1.GetBytes("town,hit\nBern,0\nZürich,1\nZörich,0\n"))
            .ShouldEndWith("line 3: the byte FC is no UTF-8 text; name the file's encoding, for instance --encoding windows-1252.");
    }

    [Fact]
    public void Text_of_many_bytes_a_letter_is_read_wherever_a_block_ends()
    {
        var text = $"a,b\n{string.Concat(Enumerable.Range(0, 20_000).Select(row => $"{new string('x', row % 3)}楽曲🎵é{row},1\n"))}";

        var table = _folder.Csv(text);

        table.Rows[19_999][0].ShouldBe("x楽曲🎵é19999");
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public void An_encoding_that_is_named_is_read(string encoding)
    {
        var path = _folder.Write("songs.csv", Encoding.Latin1.GetBytes("town,hit\nBern,0\nZürich,1\n"));

        Taken.Of(new TableFiles([path], new TableOptions { Encoding = encoding })).Rows[1][0].ShouldBe("Zürich");
    }

    [Fact]
    public void A_file_that_is_marked_as_UTF_16_needs_no_name()
    {
        var path = _folder.Write("songs.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("town,hit\nZürich,1\n")]);

        var table = Taken.Of(new TableFiles([path]));

        table.Names.ShouldBe(["town", "hit"]);
        table.Rows[0][0].ShouldBe("Zürich");
    }

    [Fact]
    public void An_encoding_that_there_is_not_is_refused()
    {
        var path = _folder.Write("songs.csv", Rows);

        Taken.Refusal(new TableFiles([path], new TableOptions { Encoding = "utf-88" })).ShouldStartWith("--encoding utf-88: no such encoding");
    }

    private string RefusalOf(byte[] bytes) => Taken.Refusal(new TableFiles([_folder.Write("songs.csv.gz", bytes)]));
}
