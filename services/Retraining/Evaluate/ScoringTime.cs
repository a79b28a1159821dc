using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>How long a model takes for a row, asked for one at a time as callers ask.</summary>
internal static class ScoringTime
{
    private const int MostRows = 200, WarmUp = 20;
    private static readonly TimeSpan _enough = TimeSpan.FromMilliseconds(250);

    /// <summary>The median over the first rows, after some that warm it up: a pause of the machine says nothing of a model. A slow one is asked for fewer.</summary>
    /// <returns>Milliseconds; 0 without rows.</returns>
    public static double MedianMilliseconds(IModel model, DataSet rows, TimeProvider time)
    {
        var (began, times) = (time.GetTimestamp(), new List<double>(MostRows));
        var warmUp = Math.Min(WarmUp, rows.Count / 2);
        for (var i = 0; i < rows.Count && times.Count < MostRows && (times.Count == 0 || time.GetElapsedTime(began) < _enough); i++)
        {
            var asked = time.GetTimestamp();
            _ = model.Score(rows.Row(i));
            if (i >= warmUp || time.GetElapsedTime(began) >= _enough) times.Add(time.GetElapsedTime(asked).TotalMilliseconds);
        }

        times.Sort();
        return times.Count == 0 ? 0 : times[times.Count / 2];
    }
}
