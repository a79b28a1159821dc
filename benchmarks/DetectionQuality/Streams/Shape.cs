namespace MonitoringDemo.DetectionQuality.Streams;

/// <summary>The kinds of distribution in the reference's files, by their names there.</summary>
internal enum Shape
{
    Normal12,
    Heavy12,
    Triangle12,
    Ar1,
    Bernoulli,
}
