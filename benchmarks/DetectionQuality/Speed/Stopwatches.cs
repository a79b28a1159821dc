namespace MonitoringDemo.DetectionQuality.Speed;

/// <summary>The median of five, after two that warm up.</summary>
internal static class Stopwatches
{
    private const int WarmUps = 2;
    private const int Runs = 5;

    /// <summary>Items a second of a run that gives the number of its items.</summary>
    public static double Median(Func<long> run)
    {
        var rates = new List<double>(Runs);
        for (var i = 0; i < WarmUps + Runs; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var items = run();
            var rate = items / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            if (i >= WarmUps) rates.Add(rate);
        }

        return rates.Order().ElementAt(Runs / 2);
    }
}
