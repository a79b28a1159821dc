using MonitoringDemo.Drift.Corrections;
using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Two samples of a world's songs, to be compared: those of before, and the newest.</summary>
/// <param name="World">Where the songs come from.</param>
/// <param name="ReferenceFrom">First row of before.</param>
/// <param name="ReferenceRows">How many.</param>
/// <param name="CurrentFrom">First of the newest rows.</param>
/// <param name="CurrentRows">How many.</param>
internal sealed record EvidenceCase(LabWorld World, long ReferenceFrom, int ReferenceRows, long CurrentFrom, int CurrentRows)
{
    /// <summary>The error level of the whole comparison.</summary>
    public const double Alpha = 0.05;

    /// <summary>Rows after which seasons come again, where there are any.</summary>
    public const long YearAgo = 8_000;

    /// <summary>A population stability index from which on a shift matters, by the usual rule of thumb.</summary>
    public const double Matters = 0.1;

    /// <summary>The numeric values of a song.</summary>
    public static IReadOnlyList<string> Features { get; } = [.. SongSchema.Instance.Features.Where(feature => feature.Kind == FeatureKind.Numeric).Select(feature => feature.Name)];

    public SongWorld Songs => SongWorld.Of(World.Scenario, World.Manifest, World.Seed);

    /// <summary>For each feature the p value of Kolmogorov and Smirnov, and the population stability index.</summary>
    public IReadOnlyList<(double P, double Psi)> Compare() => Compare(ReferenceFrom, CurrentFrom, CurrentRows);

    /// <summary>The same against the rows of a year ago.</summary>
    public IReadOnlyList<(double P, double Psi)> CompareWithAYearAgo() => Compare(CurrentFrom - YearAgo, CurrentFrom, CurrentRows);

    /// <summary>What the two comparisons say, by the rules that the lab's text gives.</summary>
    public string Verdict()
    {
        var tests = Compare();
        if (!Significant(tests)) return tests.Any(test => test.P < Alpha) ? "chance" : "nothing";
        if (tests.All(test => test.Psi < Matters)) return "too-small-to-matter";
        return Significant(CompareWithAYearAgo()) ? "drift" : "season";
    }

    /// <summary>Whether any feature remains significant when each has its share of the error level (Holm 1979).</summary>
    public static bool Significant(IReadOnlyList<(double P, double Psi)> tests) => Holm.Adjust([.. tests.Select(test => test.P)]).Any(p => p < Alpha);

    private List<(double P, double Psi)> Compare(long referenceFrom, long currentFrom, int currentRows)
    {
        var (before, now) = (NaiveRetraining.Rows(Songs, referenceFrom, ReferenceRows), NaiveRetraining.Rows(Songs, currentFrom, currentRows));
        return [.. Features.Select(feature => (Values(before, feature), Values(now, feature))).Select(pair => (new KolmogorovSmirnov().Test(pair.Item1, pair.Item2).PValue, new PsiTest().Test(pair.Item1, pair.Item2).Statistic))];
    }

    /// <summary>One column of some rows.</summary>
    public static double[] Values(DataSet rows, string feature)
    {
        var at = rows.Schema.IndexOf(feature);
        return [.. Enumerable.Range(0, rows.Count).Select(row => rows.Row(row)[at])];
    }
}
