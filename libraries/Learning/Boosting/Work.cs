namespace MonitoringDemo.Learning.Boosting;

/// <summary>
/// Shares work on separate features among threads when there is enough of it. Each feature is worked on by one thread alone
/// and sums are of whole numbers, so the number of threads cannot change a bit of the result.
/// </summary>
internal static class Work
{
    private const long EnoughToShare = 200_000;

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
}
