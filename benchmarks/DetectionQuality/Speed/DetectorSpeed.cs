using MonitoringDemo.DetectionQuality.Streams;
using MonitoringDemo.Drift;
using MonitoringDemo.Drift.Sequential;

namespace MonitoringDemo.DetectionQuality.Speed;

/// <summary>How fast a detector takes values, and what it takes of memory on the way.</summary>
/// <param name="Label">The detector and its settings.</param>
/// <param name="UpdatesPerSecond">On a stationary stream.</param>
/// <param name="AllocatedPerUpdate">Bytes.</param>
/// <param name="StateAtFirst">Bytes of the saved state after 10,000 values.</param>
/// <param name="StateAtLast">The same after all of them.</param>
internal sealed record DetectorSpeed(string Label, double UpdatesPerSecond, double AllocatedPerUpdate, long StateAtFirst, long StateAtLast)
{
    private const int First = 10_000;
    private const int Measured = 10_000_000;
    private const int Values = 1_000_000;

    public static IEnumerable<DetectorSpeed> All(long values)
    {
        var (normal, errors) = (Draw(Shape.Normal12), Draw(Shape.Bernoulli));
        yield return Of("adwin (clock 32)", new Adwin(), Feed, normal, values);
        yield return Of("adwin (clock 1)", new Adwin(0.002, clock: 1), Feed, normal, values);
        yield return Of("page-hinkley", new PageHinkley(), Feed, normal, values);
        yield return Of("ddm", new Ddm(), Feed, errors, values);
        foreach (var channel in Quality.Entrants.All.Where(each => each.Label.EndsWith("-channel", StringComparison.Ordinal)))
        {
            var stream = channel.Entry.Binary && !channel.Entry.Real ? errors : normal;
            yield return Of(channel.Label, channel.Make(new Scenario("speed", stream == errors, 1, [new Segment(1, new Distribution(Shape.Normal12))], null)), Feed, stream, values);
        }
    }

    private static DetectorSpeed Of<T>(string label, T detector, Action<T, ReadOnlySpan<double>> feed, double[] stream, long values)
        where T : IDriftDetector
    {
        feed(detector, stream.AsSpan(0, First));
        var atFirst = StateOf(detector);
        var before = GC.GetAllocatedBytesForCurrentThread();
        long fed = First;
        for (; fed < values; fed += stream.Length) feed(detector, stream);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Math.Max(1.0, fed - First);
        var atLast = StateOf(detector);
        var rate = Stopwatches.Median(() =>
        {
            for (var done = 0; done < Measured; done += stream.Length) feed(detector, stream);
            return Measured;
        });
        return new DetectorSpeed(label, rate, allocated, atFirst, atLast);
    }

    // One for each type, so that the call is direct.
    private static void Feed(Adwin detector, ReadOnlySpan<double> values)
    {
        foreach (var value in values) detector.Update(value);
    }

    private static void Feed(PageHinkley detector, ReadOnlySpan<double> values)
    {
        foreach (var value in values) detector.Update(value);
    }

    private static void Feed(Ddm detector, ReadOnlySpan<double> values)
    {
        foreach (var value in values) detector.Update(value);
    }

    private static void Feed(IDriftDetector detector, ReadOnlySpan<double> values)
    {
        foreach (var value in values) detector.Update(value);
    }

    private static double[] Draw(Shape shape)
    {
        var values = new double[Values];
        StreamGenerator.Fill(1, [new Segment(Values, new Distribution(shape, P: 0.2))], values);
        return values;
    }

    private static long StateOf(IDriftDetector detector)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        detector.Save(writer);
        writer.Flush();
        return stream.Length;
    }
}
