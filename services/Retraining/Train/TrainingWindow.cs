namespace MonitoringDemo.Retraining.Train;

/// <summary>Rows to learn from.</summary>
/// <param name="Name">In words, for instance <c>since-change</c>.</param>
/// <param name="Rows">Ascending.</param>
internal sealed record TrainingWindow(string Name, IReadOnlyList<long> Rows)
{
    private static readonly int[] Lengths = [2_000, 5_000];

    /// <summary>Since the change, the newest few thousand, all; the same rows only once.</summary>
    /// <param name="clean">Every clean row before the holdout, ascending.</param>
    /// <param name="since">The onset of the change, if there is one.</param>
    public static IReadOnlyList<TrainingWindow> Of(IReadOnlyList<long> clean, long? since)
    {
        var windows = new List<TrainingWindow>();
        if (since is { } onset) Add(windows, "since-change", [.. clean.SkipWhile(row => row < onset)]);
        foreach (var length in Lengths)
        {
            if (clean.Count > length) Add(windows, $"last-{length}", [.. clean.Skip(clean.Count - length)]);
        }

        Add(windows, "all-recent", clean);
        return windows;
    }

    /// <summary>Since the change alone.</summary>
    /// <inheritdoc cref="Of(IReadOnlyList{long}, long?)"/>
    public static IReadOnlyList<TrainingWindow> Since(IReadOnlyList<long> clean, long since) => Of("since-change", [.. clean.SkipWhile(row => row < since)]);

    /// <summary>One window; none without rows.</summary>
    public static IReadOnlyList<TrainingWindow> Of(string name, IReadOnlyList<long> rows) => rows.Count == 0 ? [] : [new TrainingWindow(name, rows)];

    private static void Add(List<TrainingWindow> windows, string name, IReadOnlyList<long> rows)
    {
        if (rows.Count > 0 && !windows.Exists(window => window.Rows.Count == rows.Count)) windows.Add(new TrainingWindow(name, rows));
    }
}
