using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace MonitoringDemo.Tables.Tests;

/// <summary>A CSV file as programs write them, with whatever a value can hold; and what is in it.</summary>
internal sealed record OddCsv(byte[] Bytes, char Separator, char Quote, bool IsFoundByLooking, string[] Header, IReadOnlyList<string[]> Rows)
{
    private static readonly string[] s_pieces =
    [
        "", "0", "1", "-1.5", "1,5", "1.234,56", "1 234", "12 %", "$3", "NA", "NULL", "-", "?", "\\N", "true", "False", "2020-01-31", "31/01/2020", "10:30", "2020-03-29T02:30:00+01:00",
        "a", "O'Neil", "'til", "\"", "\"\"", "'", "a;b", "a,b", "a\tb", "a|b", "^~:", "line\nbreak", "line\r\nbreak", " spaced ", "Größe", "楽曲", "🎵", "\u00a0", "=1+1", "#", "sep=", "{", "[", "1e400", "NaN", "inf", "00123",
    ];

    private static readonly SearchValues<char> s_signs = SearchValues.Create(",;\t|\u0001^~:'\"\r\n ");

    /// <summary>The same seed makes the same.</summary>
    public static OddCsv Of(int seed)
    {
        var random = new Random(seed);
        var separator = ",;\t|,;\u0001^~:"[random.Next(10)];
        var quote = random.Next(5) == 0 ? '\'' : '"';
        var quoteAll = quote == '\'' || random.Next(4) == 0;
        var columns = random.Next(2, 7);
        var header = Enumerable.Range(0, columns).Select(column => $"{s_pieces[random.Next(s_pieces.Length)].Trim()}{column}").ToArray();
        var rows = Enumerable.Range(0, random.Next(3, 60)).Select(_ => Enumerable.Range(0, columns).Select(_ => CellOf(random)).ToArray()).ToList();
        var end = random.Next(2) == 0 ? "\n" : "\r\n";
        var text = new StringBuilder(random.Next(4) == 0 ? "\uFEFF" : "");
        foreach (var row in rows.Prepend(header))
            text.AppendJoin(separator, row.Select((cell, at) => Written(cell, separator, quote, quoteAll || (at == 0 && cell.Length == 0), random))).Append(end);
        if (random.Next(3) == 0)
            text.Length -= end.Length;
        return new OddCsv(Packed(Encoding.UTF8.GetBytes(text.ToString()), random), separator, quote, random.Next(2) == 0, header, rows);
    }

    private static string CellOf(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 3)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));

    // Whatever can be taken for a separator or a quote stands in quotes, as careful programs do; some quote more.
    private static string Written(string cell, char separator, char quote, bool always, Random random) =>
        always || cell.Contains(separator, StringComparison.Ordinal) || cell.AsSpan().ContainsAny(s_signs) || cell.Trim() != cell || random.Next(8) == 0
            ? $"{quote}{cell.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal)}{quote}"
            : cell;

    private static byte[] Packed(byte[] bytes, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                using (var stream = new MemoryStream())
                {
                    using (var zip = new GZipStream(stream, CompressionLevel.Fastest))
                        zip.Write(bytes);
                    return stream.ToArray();
                }

            case 1:
                using (var compressor = new ZstdSharp.Compressor())
                    return compressor.Wrap(bytes).ToArray();
            default:
                return bytes;
        }
    }
}
