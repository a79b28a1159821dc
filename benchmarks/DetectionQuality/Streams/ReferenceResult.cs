namespace MonitoringDemo.DetectionQuality.Streams;

/// <summary>What a reference's file says of one detector on one scenario.</summary>
/// <param name="FalseAlarms">Per 10,000 values without a change.</param>
/// <param name="StreamsWithAlarm">Percent of the stationary streams; null where there is a change.</param>
/// <param name="MeanDelay">Null where every change was missed, or where there is none.</param>
/// <param name="MedianDelay">As above.</param>
/// <param name="Missed">Percent of the changes; null where there is none.</param>
internal sealed record ReferenceResult(double FalseAlarms, double? StreamsWithAlarm, double? MeanDelay, double? MedianDelay, double? Missed);
