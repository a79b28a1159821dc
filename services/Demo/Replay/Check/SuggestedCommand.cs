namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>What to type to play a table.</summary>
internal static class SuggestedCommand
{
    private const string Open = "A_COLUMN_OF_TWO_CLASSES";

    public static string Of(ReplaySettings settings, TextTable head, ColumnGuess guess, int label, IReadOnlyList<string> leaks, IReadOnlyList<ColumnCount> counts)
    {
        var words = new List<string> { "replay" };
        words.AddRange(settings.Files.Select(Quoted));
        words.AddRange(["--label", label < 0 ? Open : Quoted(head.Columns[label].Name)]);
        if (guess.Time >= 0)
            words.AddRange(["--time", Quoted(head.Columns[guess.Time].Name)]);
        if (guess.Time >= 0 && guess.Reading is null)
            words.AddRange(["--time-format", "dd/MM/yyyy"]);
        foreach (var column in Enumerable.Range(0, head.Columns.Count).Where(column => column != label && column != guess.Time))
        {
            if (head.Columns[column].Type == Tables.StatedType.Other || leaks.Contains(head.Columns[column].Name) || (guess.IsLikelyId(column) && counts[column].AllDifferent))
                words.AddRange(["--ignore", Quoted(head.Columns[column].Name)]);
        }

        return string.Join(' ', words);
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "_-./".Contains(c, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
