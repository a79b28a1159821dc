namespace MonitoringDemo.Tables.Csv;

/// <summary>How well a separator and a quote suit the head of a CSV text.</summary>
/// <param name="Separator">The separator.</param>
/// <param name="Quote">The quote.</param>
/// <param name="HeaderValues">Values in the first record.</param>
/// <param name="Records">Records looked at, the first included.</param>
/// <param name="Share">The share of records with as many values as the first, 0 to 1.</param>
/// <param name="Quoted">Values that stand in quotes from end to end.</param>
/// <param name="QuotesBegin">Values that begin with the quote.</param>
internal sealed record Fit(char Separator, char Quote, int HeaderValues, int Records, double Share, int Quoted, int QuotesBegin)
{
    public static Fit Of(string text, bool isWhole, char separator, char quote, int mostRecords)
    {
        var (counts, values, quoted, begin, at) = (new List<int>(), 1, 0, 0, 0);
        while (at < text.Length && counts.Count < mostRecords)
        {
            var (end, inQuotes, begins) = EndOfValue(text, at, separator, quote);
            quoted += inQuotes ? 1 : 0;
            begin += begins ? 1 : 0;
            if (end < text.Length && text[end] == separator)
            {
                values++;
                at = end + 1;
                continue;
            }

            // What the head cuts off says nothing.
            if (end >= text.Length && !isWhole)
                break;
            counts.Add(values);
            values = 1;
            at = end;
            while (at < text.Length && text[at] is '\r' or '\n')
                at++;
        }

        var same = counts.Count(count => count == counts[0]);
        return new Fit(separator, quote, counts.Count == 0 ? 0 : counts[0], counts.Count, counts.Count == 0 ? 0 : (double)same / counts.Count, quoted, begin);
    }

    private static (int End, bool InQuotes, bool Begins) EndOfValue(string text, int from, char separator, char quote)
    {
        var at = from;
        while (at < text.Length && text[at] is ' ' or '\t' && text[at] != separator)
            at++;
        var begins = at < text.Length && text[at] == quote;
        if (begins && EndOfQuotes(text, at, separator, quote) is { } after)
            return (after, true, true);
        while (at < text.Length && text[at] != separator && text[at] is not '\r' and not '\n')
            at++;
        return (at, false, begins);
    }

    /// <summary>Where a value in quotes ends; null when what begins with a quote is none.</summary>
    private static int? EndOfQuotes(string text, int from, char separator, char quote)
    {
        for (var at = from + 1; at < text.Length; at++)
        {
            if (text[at] != quote)
                continue;
            if (at + 1 < text.Length && text[at + 1] == quote)
            {
                at++;
                continue;
            }

            at++;
            while (at < text.Length && text[at] is ' ' or '\t' && text[at] != separator)
                at++;
            return at >= text.Length || text[at] == separator || text[at] is '\r' or '\n' ? at : null;
        }

        return null;
    }
}
