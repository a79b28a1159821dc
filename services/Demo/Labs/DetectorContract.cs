using System.Reflection;
using MonitoringDemo.Drift;
using MonitoringDemo.Drift.Monitoring.Plan;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Demo.Labs;

/// <summary>What every sequential detector promises, tried on one that a participant wrote.</summary>
internal static class DetectorContract
{
    private const int Values = 2_000;
    private const int RestoreEvery = 377;

    /// <summary>The one detector of an assembly, as something that makes new ones; or what is wrong.</summary>
    public static (Func<IDriftDetector>? Make, string Says) Find(Assembly assembly)
    {
        var (house, all) = (new TestCatalog().Names, new TestCatalog(assembly));
        var own = all.Names.ToList();
        foreach (var name in house) own.Remove(name);
        return own.Count != 1
            ? (null, $"{own.Count} detectors are found; one class is wanted that implements IDriftDetector and has a public constructor without parameters.")
            : house.Contains(own[0], StringComparer.Ordinal)
            ? (null, $"The name '{own[0]}' is taken by a detector of the fleet; give yours another.")
            : (() => all.Detector(own[0])!, $"'{own[0]}' is found.");
    }

    /// <summary>The first promise that it does not keep, in a sentence; null when it keeps all.</summary>
    public static string? FirstBroken(Func<IDriftDetector> make)
    {
        if (make().DriftDetected) return "A new detector says that there is drift, and has seen nothing.";
        foreach (var constant in new[] { 0.0, 1.0 })
        {
            if (AlarmsOn(make(), Enumerable.Repeat(constant, Values)) > 0) return $"It says that there is drift in a stream of nothing but {constant}: where answers were always {(constant > 0 ? "wrong" : "right")}, nothing has changed. Compare with what you saw at first.";
        }

        var (clean, holed) = (make(), make());
        foreach (var value in Stream())
        {
            clean.Update(value);
            holed.Update(double.NaN);
            holed.Update(value);
        }

        if (!State(holed).SequenceEqual(State(clean))) return "NaN changes it: a value that is missing has to be passed over.";
        clean.Reset();
        if (!State(clean).SequenceEqual(State(make()))) return "After Reset it is not as if newly made: Save writes something else.";
        return Restored(make);
    }

    /// <summary>How often it speaks while nothing changes; after each alarm it is reset, as the fleet does.</summary>
    public static int Alarms(IDriftDetector detector, double errorRate, int outcomes)
    {
        var random = new SplitMix64(7);
        return AlarmsOn(detector, Enumerable.Range(0, outcomes).Select(_ => random.NextDouble() < errorRate ? 1.0 : 0.0));
    }

    private static string? Restored(Func<IDriftDetector> make)
    {
        var (one, other, at) = (make(), make(), 0);
        foreach (var value in Stream())
        {
            if (at++ % RestoreEvery == 0) other.Restore(new BinaryReader(new MemoryStream(State(one))));
            one.Update(value);
            other.Update(value);
            if (one.DriftDetected != other.DriftDetected) return $"After Save and Restore it goes on differently: at value {at} one says {one.DriftDetected} and the other {other.DriftDetected}. A restart of the service does just that.";
        }

        return null;
    }

    private static int AlarmsOn(IDriftDetector detector, IEnumerable<double> values)
    {
        var alarms = 0;
        foreach (var value in values)
        {
            detector.Update(value);
            if (!detector.DriftDetected) continue;
            alarms++;
            detector.Reset();
        }

        return alarms;
    }

    // Zeros and ones, whose rate changes halfway.
    private static IEnumerable<double> Stream()
    {
        var random = new SplitMix64(11);
        for (var i = 0; i < Values; i++) yield return random.NextDouble() < (i < Values / 2 ? 0.2 : 0.8) ? 1.0 : 0.0;
    }

    private static byte[] State(IDriftDetector detector)
    {
        using var stream = new MemoryStream();
        detector.Save(new BinaryWriter(stream));
        return stream.ToArray();
    }
}
