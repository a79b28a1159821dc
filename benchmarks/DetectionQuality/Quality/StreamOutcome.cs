using MonitoringDemo.Drift;

namespace MonitoringDemo.DetectionQuality.Quality;

/// <summary>What a detector did on one stream.</summary>
/// <param name="FalseAlarms">Alarms before the change, or all of them where there is none.</param>
/// <param name="Delay">Index of the first alarm from the change on, less that of the change; −1 for none.</param>
internal readonly record struct StreamOutcome(int FalseAlarms, int Delay)
{
    /// <summary>Runs a detector from its beginning; after an alarm it begins anew.</summary>
    public static StreamOutcome Of(IDriftDetector detector, ReadOnlySpan<double> values, bool inverted, int change)
    {
        detector.Reset();
        var (alarms, delay) = (0, -1);
        for (var i = 0; i < values.Length; i++)
        {
            detector.Update(inverted ? 1 - values[i] : values[i]);
            if (!detector.DriftDetected) continue;

            if (i < change) alarms++;
            else if (delay < 0) delay = i - change;
            detector.Reset();
        }

        return new StreamOutcome(alarms, delay);
    }
}
