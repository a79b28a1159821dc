using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Tests.Monitoring;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.DataQuality;

/// <summary>What every check of whole rows promises; a new one is found by itself.</summary>
public sealed class RowQualityCheckContractTests
{
    private const int Rows = 2_000;

    public static TheoryData<string> Names => [.. RowQualityChecks.Find().Select(check => check.Name)];

    [Fact]
    public void Names_are_unique_among_all_checks_and_ranks_among_these()
    {
        var checks = RowQualityChecks.Find();

        checks.Select(check => check.Name).Concat(QualityChecks.Find().Select(check => check.Name)).ShouldBeUnique();
        checks.Select(check => check.Rank).ShouldBeUnique();
        checks.ShouldContain(check => check is DuplicateRowsCheck);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Good_rows_speak_against_a_break(string name)
    {
        var check = Find(name);
        var world = new SongWorld(41);
        var rows = Enumerable.Range(0, 2 * Rows).Select(_ => world.NextRow()).ToArray();
        long[] times = [.. Enumerable.Range(0, 2 * Rows).Select(i => (i * 1_000L) + (long)(800 * world.Uniform()))];
        var well = Profile(SongWorld.Schema, rows[..Rows], new bool[Rows], times.AsSpan(0, Rows));
        var weights = new double[Rows];

        check.Applies(well).ShouldBeTrue();
        foreach (var hypothesis in Hypotheses(check, well))
        {
            check.Weigh(well, hypothesis, Window(rows[Rows..], new bool[Rows], times.AsSpan(Rows)), weights);

            weights.ShouldAllBe(weight => double.IsFinite(weight));
            weights.Sum().ShouldBeLessThan(0, $"hypothesis {hypothesis}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Odd_rows_are_answered_without_an_exception(string name)
    {
        var check = Find(name);
        double[] odd = [double.NaN, 0, -0.0, double.Epsilon, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, 7, 7];
        long[] oddTimes = [ClockProfile.Unknown, 0, long.MaxValue, long.MinValue + 1, 0, 5, 5, 5, 5, ClockProfile.Unknown];
        var schema = new FeatureSchema([new Feature("x", FeatureKind.Numeric, []), new Feature("y", FeatureKind.Numeric, [])], "label");
        double[][] samples = [[], [double.NaN, double.NaN], [7, 7, 7], odd, [.. Enumerable.Range(0, 1_000).Select(i => (double)i)]];
        foreach (var sample in samples)
        {
            foreach (var step in (long[])[0, 1, 1_000, long.MaxValue / 2_000])
            {
                double[][] rows = [.. sample.Select(value => new[] { value, -value })];
                long[] times = [.. Enumerable.Range(0, sample.Length).Select(i => i * step)];
                var well = Profile(schema, rows, new bool[rows.Length], times);
                if (!check.Applies(well)) continue;

                double[][] oddRows = [.. odd.Select(value => new[] { value, value })];
                var window = Window(oddRows, new bool[odd.Length], oddTimes);
                var weights = new double[odd.Length];
                foreach (var hypothesis in Hypotheses(check, well))
                {
                    check.Weigh(well, hypothesis, window, weights);
                    weights.ShouldAllBe(weight => !double.IsNaN(weight));
                    check.Needed(well, hypothesis).ShouldBeGreaterThan(0);
                    check.Confirms(well, hypothesis, window);
                    check.Describe(well, hypothesis, window).ShouldNotBeNullOrWhiteSpace();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Constant_rows_without_times_are_never_suspected(string name)
    {
        var check = Find(name);
        var schema = new FeatureSchema([new Feature("x", FeatureKind.Numeric, []), new Feature("c", FeatureKind.Categorical, ["a"])], "label");
        double[][] rows = [.. Enumerable.Repeat(new double[] { 7, 0 }, Rows)];
        var repeats = Enumerable.Range(0, Rows).Select(i => i > 0).ToArray();
        long[] times = [.. Enumerable.Repeat(ClockProfile.Unknown, Rows)];

        var well = Profile(schema, rows, repeats, times);

        check.Applies(well).ShouldBeFalse();
    }

    private static IRowQualityCheck Find(string name) => RowQualityChecks.Find().Single(check => check.Name == name);

    /// <summary>A numbered pair of columns where a check judges pairs, else 0 and up.</summary>
    private static IEnumerable<int> Hypotheses(IRowQualityCheck check, RowProfile well) => check is SwappedColumnsCheck
        ? from a in Enumerable.Range(0, well.Features.Count)
          from b in Enumerable.Range(a + 1, well.Features.Count - a - 1)
          where well.Features[a].Feature.Kind == FeatureKind.Numeric && well.Features[b].Feature.Kind == FeatureKind.Numeric
          select (a * well.Features.Count) + b
        : Enumerable.Range(0, check.Hypotheses(well));

    private static RowProfile Profile(FeatureSchema schema, double[][] rows, bool[] repeats, ReadOnlySpan<long> times) =>
        RowProfile.Of(schema.Features.Select((feature, f) => FeatureProfile.Of(feature, [.. rows.Select(row => row[f])])), repeats, times);

    private static RowWindow Window(double[][] rows, bool[] repeats, ReadOnlySpan<long> times) =>
        new() { Columns = rows[0].Length, Values = rows.SelectMany(row => row).ToArray(), Repeats = repeats, Times = times };
}
