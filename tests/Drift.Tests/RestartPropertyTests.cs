using FsCheck;
using FsCheck.Fluent;
using MonitoringDemo.Properties;

namespace MonitoringDemo.Drift.Tests;

public sealed class RestartPropertyTests
{
    private static readonly Type[] s_detectors =
    [
        .. typeof(IDriftDetector).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDriftDetector)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    /// <summary>Stretches of zeros and ones at some rate, of numbers, and of what is no number; after which value there is a restart.</summary>
    private static readonly Gen<(double[] Values, int[] Restarts)> s_streams =
        from stretches in Gen.ArrayOf(Stretch(), 5)
        from restarts in Gen.ArrayOf(Gen.Choose(0, stretches.Sum(stretch => stretch.Length)), 3)
        select (stretches.SelectMany(stretch => stretch).ToArray(), restarts);

    [Fact]
    public void Any_detector_restored_after_any_value_goes_on_as_if_it_had_never_stopped() => Claim.Holds(
        from type in Gen.Elements(s_detectors) from stream in s_streams select (type, stream.Values, stream.Restarts),
        made =>
        {
            var (straight, restarted) = (New(made.type), New(made.type));
            for (var i = 0; i < made.Values.Length; i++)
            {
                if (made.Restarts.Contains(i)) restarted = Restored(restarted);
                straight.Update(made.Values[i]);
                restarted.Update(made.Values[i]);

                (restarted.DriftDetected, restarted.WarningDetected).ShouldBe((straight.DriftDetected, straight.WarningDetected), $"{straight.Name}, value {i}");
                if (straight.DriftDetected && i % 2 == 0) (straight, restarted) = (Reset(straight), Reset(restarted));
            }

            State(restarted).ShouldBe(State(straight), straight.Name);
        },
        share: 2);

    private static Gen<double[]> Stretch() =>
        from length in Gen.Choose(1, 400)
        from rate in Gen.Choose(0, 100)
        from way in Gen.Choose(0, 3)
        from seed in Gen.Choose(0, int.MaxValue)
        let random = new Random(seed)
        select Enumerable.Range(0, length).Select(_ => way switch
        {
            0 or 1 => random.Next(100) < rate ? 1.0 : 0.0,
            2 => random.NextDouble() * rate,
            _ => random.Next(5) switch { 0 => double.NaN, 1 => double.PositiveInfinity, 2 => -rate, 3 => 1e300, _ => random.NextDouble() },
        }).ToArray();

    private static IDriftDetector New(Type type) => (IDriftDetector)Activator.CreateInstance(type)!;

    private static IDriftDetector Reset(IDriftDetector detector)
    {
        detector.Reset();
        return detector;
    }

    private static IDriftDetector Restored(IDriftDetector detector)
    {
        var other = New(detector.GetType());
        other.Restore(new BinaryReader(new MemoryStream(State(detector))));
        return other;
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
