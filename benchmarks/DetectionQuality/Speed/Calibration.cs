using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Speed;

/// <summary>A fixed loop, so that figures of different machines and days can be compared by their ratio to it.</summary>
internal static class Calibration
{
    private const int Steps = 20_000_000;

    /// <summary>Uniforms of SplitMix64, summed one after the other, a second.</summary>
    public static double Measure() => Stopwatches.Median(() =>
    {
        var random = new StreamGenerator(1);
        var sum = 0.0;
        for (var i = 0; i < Steps; i++) sum += random.Uniform();
        GC.KeepAlive(sum);
        return Steps;
    });
}
