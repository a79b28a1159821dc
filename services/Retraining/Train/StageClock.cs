namespace MonitoringDemo.Retraining.Train;

/// <summary>Times the stages of a run for telemetry; nothing is decided on it.</summary>
internal sealed class StageClock(TimeProvider time, RetrainingTelemetry telemetry)
{
    public T Measure<T>(string stage, Func<T> work)
    {
        using var span = RetrainingTelemetry.StartStage(stage);
        var start = time.GetTimestamp();
        var result = work();
        telemetry.StageTook(stage, time.GetElapsedTime(start).TotalSeconds);
        return result;
    }
}
