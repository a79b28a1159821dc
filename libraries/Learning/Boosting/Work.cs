namespace MonitoringDemo.Learning.Boosting;

/// <summary>
/// Shares work on separate features or rows among threads when there is enough of it. Each is worked on by one thread alone
/// and sums are of whole numbers, so the number of threads cannot change a bit of the result.
/// </summary>
internal static class Work
{
    private const long EnoughToShare = 60_000;
    private const int RowsAtOnce = 4_096;

    public static void ForEach(int features, long stepsEach, Action<int> work)
    {
        if (features > 1 && features * stepsEach > EnoughToShare && Environment.ProcessorCount > 1)
        {
            Parallel.For(0, features, work);
            return;
        }

        for (var i = 0; i < features; i++)
            work(i);
    }

    /// <summary>Work on each row by itself: what is done for one must not touch what is done for another.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="stepsEach">Steps of work on one row.</param>
    /// <param name="work">Takes a range of rows, [from, to).</param>
    public static void ForRows(int rows, long stepsEach, Action<int, int> work) => ForEach(
        (rows + RowsAtOnce - 1) / RowsAtOnce, RowsAtOnce * stepsEach, chunk => work(chunk * RowsAtOnce, Math.Min(rows, (chunk + 1) * RowsAtOnce)));
}
