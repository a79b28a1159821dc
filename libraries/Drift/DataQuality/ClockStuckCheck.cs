using System.Globalization;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>The clock stands still: row after row happened at the same instant, far longer than ever before.</summary>
public sealed class ClockStuckCheck : IRowQualityCheck
{
    // ln 1e12: one such run by chance in a million million rows.
    private const double Improbable = 27.6;

    /// <inheritdoc />
    public string Name => "clock-stands-still";

    /// <inheritdoc />
    public int Rank => -1;

    /// <inheritdoc />
    public int LeastRows => 40;

    /// <inheritdoc />
    public double Needed(RowProfile well, int hypothesis) => Math.Max(Improbable, 3 * well.Clock.LongestRun * PerRepeat(well.Clock));

    /// <summary>Not where many rows share a time by nature, such as days or batches.</summary>
    public bool Applies(RowProfile well) =>
        well.Clock.IsKnown && well.Clock.RepeatShare <= 0.5 && well.Clock.LongestRun * PerRepeat(well.Clock) < Improbable;

    /// <inheritdoc />
    public int Suspects(RowProfile well, in RowBlock newest, Span<int> hypotheses)
    {
        if (hypotheses.IsEmpty || newest.Times.IsEmpty || newest.Times[0] == ClockProfile.Unknown || newest.Times.ContainsAnyExcept(newest.Times[0])) return 0;

        hypotheses[0] = 0;
        return 1;
    }

    /// <inheritdoc />
    public void Weigh(RowProfile well, int hypothesis, in RowWindow rows, Span<double> weights)
    {
        var times = rows.Times;
        var (perRepeat, perChange) = (PerRepeat(well.Clock), -Needed(well, hypothesis));
        for (var i = 0; i < weights.Length; i++)
        {
            // The first of a run may be the last good one or the first bad one: it counts for neither.
            weights[i] = times[i] == ClockProfile.Unknown ? 0
                : i > 0 && times[i] == times[i - 1] ? perRepeat
                : i + 1 < weights.Length && times[i] == times[i + 1] ? 0
                : perChange;
        }
    }

    /// <inheritdoc />
    public string Describe(RowProfile well, int hypothesis, in RowWindow broken) => string.Create(
        CultureInfo.InvariantCulture, $"the clock stands still: every row has the same time; the longest run before was {well.Clock.LongestRun} rows");

    // Half of what speaks against a repeat is given away, for a world in which repeats become more frequent.
    private static double PerRepeat(ClockProfile clock) => -Deterministic.Log(1 - ((1 - clock.RepeatShare) / 2));
}
