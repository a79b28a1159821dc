using System.Text;

namespace MonitoringDemo.Tables.Csv;

/// <summary>How a CSV text is written.</summary>
/// <param name="Separator">What parts the values.</param>
/// <param name="Quote">What stands around values that hold the separator.</param>
/// <param name="HasHint">Whether its first line is <c>sep=;</c>, which spreadsheets write.</param>
internal sealed record CsvShape(char Separator, char Quote, bool HasHint)
{
    /// <summary>Bytes to look at.</summary>
    public const int HeadBytes = 1 << 16;

    private const int MostRecords = 100;
    private const double NearlyAll = 0.9;
    private const string Usual = ",;\t|";
    private const string Rare = "\u0001^~: ";
    private const string Hint = "sep=";

    /// <summary>Finds out what was not said: the separator that parts header and rows into most often the same number of values, and single quotes where they stand around values and double ones do not.</summary>
    /// <param name="head">The first <see cref="HeadBytes"/> of the text, as UTF-8.</param>
    /// <param name="options">What was said.</param>
    public static CsvShape Of(ReadOnlySpan<byte> head, TableOptions options)
    {
        var text = Encoding.UTF8.GetString(head);
        var isWhole = head.Length < HeadBytes;
        var hasHint = text.Length > Hint.Length && text.StartsWith(Hint, StringComparison.OrdinalIgnoreCase) && text.IndexOfAny(['\r', '\n']) == Hint.Length + 1;
        if (hasHint)
        {
            options = options with { Separator = options.Separator ?? text[Hint.Length] };
            text = text[(Hint.Length + 1)..].TrimStart('\r', '\n');
        }

        var best = Best(text, isWhole, options.Quote ?? '"', options.Separator);
        if (options.Quote is null && Best(text, isWhole, '\'', options.Separator) is var single && single.Quoted > 1 && single.QuotesBegin == single.Quoted
            && (single.Share > best.Share || (single.Share == best.Share && best.QuotesBegin == 0)))
        {
            best = single;
        }

        return new CsvShape(best.Separator, best.Quote, hasHint);
    }

    private static Fit Best(string text, bool isWhole, char quote, char? said)
    {
        if (said is { } separator)
            return Fit.Of(text, isWhole, separator, quote, MostRecords);
        var usual = Usual.Select(each => Fit.Of(text, isWhole, each, quote, MostRecords)).ToList();
        if (usual.Exists(fit => fit.HeaderValues > 1))
            return usual.Where(fit => fit.HeaderValues > 1).MaxBy(fit => (fit.Share, fit.HeaderValues))!;
        var rare = Rare.Select(each => Fit.Of(text, isWhole, each, quote, MostRecords))
            .Where(fit => fit.HeaderValues > 1 && fit.Records > 1 && fit.Share >= NearlyAll)
            .MaxBy(fit => (fit.Share, fit.HeaderValues));
        return rare ?? usual[0];
    }
}
