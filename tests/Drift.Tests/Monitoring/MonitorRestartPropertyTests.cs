using FsCheck;
using FsCheck.Fluent;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Drift.Monitoring.Plan;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Properties;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class MonitorRestartPropertyTests
{
    private static readonly FeatureSchema s_schema = new(
    [
        new Feature("tempo", FeatureKind.Numeric, []),
        new Feature("energy", FeatureKind.Numeric, [], Nullable: true),
        new Feature("key", FeatureKind.Categorical, ["0", "1", "2"]),
    ], "hit");

    /// <summary>Windows so short that much happens in few rows.</summary>
    private static readonly MonitorOptions s_options = new()
    {
        KeptRows = 600,
        QualityStep = 10,
        QualityWindow = 50,
        ProfileRows = 200,
        LeastProfileRows = 100,
        DriftStep = 50,
        DriftWindow = 100,
        LeastReferenceRows = 50,
        ScoreReferenceRows = 100,
        BaselineOutcomes = 200,
        LeastBaselineOutcomes = 50,
        LeastSilentRows = 100,
        LeastWaits = 5,
        MostModelRows = 900,
        FalseFindingBudget = 0.5,
        Tests = [new PlannedTest { Test = "mmd", Window = 100, Alpha = 0.1, RowsToFalseAlarm = 1_000 }],
    };

    private static readonly Gen<(Deed[] Deeds, int[] Restarts)> s_lives =
        from deeds in Gen.ArrayOf(DeedOf(), 30)
        from restarts in Gen.ArrayOf(Gen.Choose(0, 29), 4)
        select (deeds, restarts);

    [Fact]
    public void A_monitor_resumed_after_anything_goes_on_as_if_it_had_never_stopped() => Claim.Holds(
        s_lives,
        life =>
        {
            var (straight, resumed) = (Begun(), Begun());
            for (var i = 0; i < life.Deeds.Length; i++)
            {
                if (life.Restarts.Contains(i)) resumed = ModelMonitor.Resume(resumed.Save(), s_schema, s_options);
                Do(straight, life.Deeds[i]);
                Do(resumed, life.Deeds[i]);

                if (life.Deeds[i].IsAsked) Told(resumed.Check()).ShouldBe(Told(straight.Check()), $"deed {i}");
            }

            Told(resumed.Check()).ShouldBe(Told(straight.Check()));
            resumed.Save().Bytes.ShouldBe(straight.Save().Bytes);
        },
        share: 0.3);

    [Fact]
    public void A_champion_without_a_reference_leaves_nothing_of_the_one_before_in_the_state()
    {
        var straight = Begun();
        Do(straight, new Deed(5, 200, 1, IsAsked: false));
        straight.ChangeModel(straight.NextRow, 2, straight.NextRow, straight.NextRow);

        var resumed = ModelMonitor.Resume(straight.Save(), s_schema, s_options);
        straight.ChangeModel(straight.NextRow, 3, 300, straight.NextRow);
        resumed.ChangeModel(resumed.NextRow, 3, 300, resumed.NextRow);

        resumed.Save().Bytes.ShouldBe(straight.Save().Bytes);
    }

    private static Gen<Deed> DeedOf() =>
        from way in Gen.Choose(0, 11)
        from rows in Gen.Choose(1, 120)
        from seed in Gen.Choose(0, int.MaxValue)
        from asked in Gen.Elements(true, false)
        select new Deed(way, rows, seed, asked);

    private static ModelMonitor Begun()
    {
        var monitor = new ModelMonitor(s_schema, s_options);
        monitor.AddHistory(0, Values(new Random(1), 300, trouble: 0));
        monitor.ChangeModel(300, 1, 0, 300, [0.5, 0.3, 0.2]);
        return monitor;
    }

    private static void Do(ModelMonitor monitor, Deed deed)
    {
        var (random, next) = (new Random(deed.Seed), monitor.NextRow);
        switch (deed.Way)
        {
            case 0:
                monitor.ChangeModel(next, monitor.ChampionVersion + random.Next(2), Math.Max(0, next - 200), next, random.Next(2) == 0 ? [] : [0.1, 0.9, 0]);
                break;
            case 1:
                monitor.AcceptData(random.Next(2) == 0 ? "tempo" : "energy");
                break;
            case 2 or 3 or 4:
                var rows = Enumerable.Range(0, deed.Rows).Select(_ => Math.Max(0, next - 1 - random.Next(150))).Distinct().ToArray();
                monitor.AddOutcomes(rows, [.. rows.Select(row => (byte)(random.Next(10) < deed.Way ? 1 : row % 2))]);
                break;
            default:
                double[] scores = [.. Enumerable.Range(0, deed.Rows).Select(i => (next + i) % 2 == 0 ? 0.2 : 0.8 * random.NextDouble())];
                var times = random.Next(3) == 0 ? [] : Enumerable.Range(0, deed.Rows).Select(i => random.Next(20) == 0 ? long.MinValue : (1_000 * (next + i)) + (deed.Way == 11 ? 100_000_000 : 0)).ToArray();
                monitor.AddPredictions(next, Values(random, deed.Rows, deed.Way), scores, scores, monitor.ChampionVersion, times);
                break;
        }
    }

    /// <summary>Rows that are well, or of which a column is missing, stuck, in another unit, elsewhere, or never seen.</summary>
    private static double[] Values(Random random, int rows, int trouble) =>
    [
        .. Enumerable.Range(0, rows).SelectMany(_ => (double[])
        [
            trouble switch { 6 => 120, 7 => 0.001 * random.Next(60, 180), 8 => random.Next(150, 250), _ => random.Next(60, 180) + random.NextDouble() },
            trouble == 9 || random.Next(20) == 0 ? double.NaN : random.NextDouble(),
            trouble == 10 ? 3 : random.Next(3),
        ]),
    ];

    private static string Told(MonitorReport report) => Made.Told(report);

    private sealed record Deed(int Way, int Rows, int Seed, bool IsAsked);
}
