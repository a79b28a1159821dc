using MonitoringDemo.DetectionQuality.Streams;
using MonitoringDemo.Drift;
using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Drift.Sequential;
using MonitoringDemo.Learning;

namespace MonitoringDemo.DetectionQuality.Quality;

/// <summary>Every detector of the library at its default, found by a scan, and other settings that the references ran too.</summary>
internal static class Entrants
{
    private static readonly Entry Everywhere = new(Real: true, Binary: true);
    private static readonly Entry RealOnly = new(Real: true, Binary: false);
    private static readonly Entry BinaryOnly = new(Real: false, Binary: true);

    // One that is not named here runs everywhere, beside nobody.
    private static readonly Dictionary<string, Entry> Known = new(StringComparer.Ordinal)
    {
        ["adwin"] = Everywhere with { RealReference = "river ADWIN (delta .002, clock 32)", BinaryReference = "river ADWIN" },
        ["page-hinkley"] = Everywhere with { RealReference = "river PageHinkley (lambda 50, delta .005)", BinaryReference = "river PageHinkley (lambda 50)" },
        ["kswin"] = RealOnly with { RealReference = "river KSWIN (alpha .005, 100/30)" },
        ["cusum"] = RealOnly with { RealReference = "river CUSUM (k .5, h 5, warm-up 30)" },
        ["ewma"] = RealOnly with { RealReference = "river EWMA (alpha .1, 4 sigma)" },
        ["shewhart"] = RealOnly with { RealReference = "river Shewhart (3 sigma)" },
        ["ddm"] = BinaryOnly with { BinaryReference = "river DDM" },
        ["eddm"] = BinaryOnly with { BinaryReference = "river EDDM" },
        ["hddm-a"] = BinaryOnly with { BinaryReference = "river HDDM_A" },
        ["hddm-w"] = BinaryOnly with { BinaryReference = "river HDDM_W" },
        ["fhddm"] = BinaryOnly with { BinaryReference = "river FHDDM (fed 1-x)", CountsRightAnswers = true },
        ["ecdd"] = BinaryOnly with { BinaryReference = "frouros ECDD (ARL 400)" },
        ["stepd"] = BinaryOnly with { BinaryReference = "frouros STEPD (fed 1-x)", CountsRightAnswers = true },
        ["numeric-channel"] = RealOnly,
        ["binary-channel"] = BinaryOnly,
    };

    public static IReadOnlyList<Entrant> All { get; } = [.. Find(), .. OtherSettings()];

    private static IEnumerable<Entrant> Find() =>
        from type in Implementations.Of<IDriftDetector>([typeof(IDriftDetector).Assembly], publicOnly: true)
        where Implementations.NeedsNothing(type)
        let name = ((IDriftDetector)Activator.CreateInstance(type)!).Name
        orderby name.EndsWith("-channel", StringComparison.Ordinal) ? 0 : 1, name
        select new Entrant(name, name, scenario => Make(type, scenario), Known.GetValueOrDefault(name, Everywhere));

    private static IEnumerable<Entrant> OtherSettings()
    {
        yield return Other("clock 1", () => new Adwin(0.002, clock: 1), RealOnly with { RealReference = "river ADWIN (delta .002, clock 1)" });
        yield return Other("delta 1e-4", () => new Adwin(1e-4), RealOnly with { RealReference = "river ADWIN (delta 1e-4, clock 32)" });
        yield return Other("delta .25", () => new PageHinkley(30, delta: 0.25), RealOnly with { RealReference = "river PageHinkley (lambda 50, delta .25)" });
        yield return Other("warm-up 1000, h 10", () => new Cusum(1_000, 0.5, 10), RealOnly with { RealReference = "river CUSUM (k .5, h 10, warm-up 1000)" });
        yield return Other("alpha 1e-4", () => new Kswin(1e-4), RealOnly with { RealReference = "river KSWIN (alpha 1e-4, 100/30)" });
        yield return Other("alpha 1e-6, 300/100", () => new Kswin(1e-6, 300, 100), RealOnly with { RealReference = "river KSWIN (alpha 1e-6, 300/100)" });
        yield return Other("1e-6", () => new HddmA(1e-6), BinaryOnly with { BinaryReference = "river HDDM_A (1e-6)" });
        yield return Other("ARL 1000", () => new Ecdd(0.2, 1_000), BinaryOnly with { BinaryReference = "frouros ECDD (ARL 1000)" });
    }

    private static Entrant Other(string settings, Func<IDriftDetector> make, Entry entry)
    {
        var name = make().Name;
        return new Entrant($"{name} ({settings})", name, _ => make(), entry);
    }

    // A stream with a wave is told of it: its rows have times.
    private static IDriftDetector Make(Type type, Scenario scenario) => scenario.Period > 0 && type == typeof(NumericChannel)
        ? new NumericChannel(NumericChannel.DefaultRunLength, slotsPerCycle: scenario.Period)
        : (IDriftDetector)Activator.CreateInstance(type)!;
}
