using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Drift.Sequential;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests;

/// <summary>What every sequential detector promises; a new one is found by itself, and the template of one is held to it as it is.</summary>
public sealed class DriftDetectorContractTests
{

    public static TheoryData<string> Names => [.. Find().Select(detector => detector.Name)];

    [Fact]
    public void Names_are_unique() => Find().Select(detector => detector.Name).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_constant_stream_never_drifts(string name)
    {
        foreach (var constant in new[] { 0, 1, 0.3 })
        {
            var detector = Get(name);
            var drifts = Run(detector, Enumerable.Repeat(constant, 3_000));

            drifts.ShouldBeEmpty($"constant {constant}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Missing_and_infinite_values_change_nothing(string name)
    {
        var (clean, holed) = (Get(name), Get(name));
        foreach (var value in Stream(2_000))
        {
            clean.Update(value);
            holed.Update(double.NaN);
            holed.Update(value);
            holed.Update(double.PositiveInfinity);
            holed.Update(double.NegativeInfinity);
        }

        State(holed).ShouldBe(State(clean));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_and_a_single_value_are_no_drift(string name)
    {
        var detector = Get(name);
        detector.DriftDetected.ShouldBeFalse();

        detector.Update(1);

        detector.DriftDetected.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_restored_detector_goes_on_with_the_same_results(string name)
    {
        var (one, other) = (Get(name), Get(name));
        var stream = Stream(3_000);
        for (var i = 0; i < stream.Length; i++)
        {
            if (i % 377 == 0)
            {
                other.Restore(new BinaryReader(new MemoryStream(State(one))));
            }

            one.Update(stream[i]);
            other.Update(stream[i]);
            (other.DriftDetected, other.WarningDetected).ShouldBe((one.DriftDetected, one.WarningDetected), $"value {i}");
        }

        State(other).ShouldBe(State(one));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reset_detector_equals_a_new_one(string name)
    {
        var (used, fresh) = (Get(name), Get(name));
        Run(used, Stream(1_500));
        used.Reset();

        var again = Stream(3_000);

        State(used).ShouldBe(State(fresh));
        Run(used, again).ShouldBe(Run(fresh, again));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_update_allocates_nothing_once_a_reference_is_learned(string name)
    {
        var detector = Get(name);
        foreach (var value in Stationary(detector is LearningChannel ? 12_000 : 2_000)) detector.Update(value);
        var stream = Stationary(2_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var value in stream) detector.Update(value);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        allocated.ShouldBe(0);
    }

    private static double[] Stationary(int count)
    {
        var random = new SplitMix64(11);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < 0.3 ? 1.0 : 0.0)];
    }

    private static List<IDriftDetector> Find() =>
        [.. Implementations.Of<IDriftDetector>([typeof(IDriftDetector).Assembly], publicOnly: true).OrderBy(type => type.FullName, StringComparer.Ordinal).Append(typeof(MyDetector)).Make<IDriftDetector>()];

    private static IDriftDetector Get(string name) => Find().Single(detector => detector.Name == name);

    /// <summary>Zeros and ones, which every detector takes; the rate changes halfway.</summary>
    private static double[] Stream(int count)
    {
        var random = new SplitMix64(11);
        return [.. Enumerable.Range(0, count).Select(i => random.NextDouble() < (i < count / 2 ? 0.2 : 0.6) ? 1.0 : 0.0)];
    }

    private static List<int> Run(IDriftDetector detector, IEnumerable<double> values)
    {
        var drifts = new List<int>();
        var i = 0;
        foreach (var value in values)
        {
            detector.Update(value);
            if (detector.DriftDetected) drifts.Add(i);
            i++;
        }

        return drifts;
    }

    private static byte[] State(IDriftDetector detector)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        detector.Save(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
