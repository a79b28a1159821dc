using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Labs;

/// <summary>What a play of lab 04 shows, and what really was.</summary>
/// <param name="play">The play.</param>
/// <param name="delay">Songs until an outcome comes.</param>
internal sealed class LateLabelsStory(LabPlay play, int delay)
{
    /// <summary>Songs of a line.</summary>
    public const long Block = 250;

    private const double Fall = 0.1;

    /// <summary>One past the last song of each line.</summary>
    public IEnumerable<long> Blocks
    {
        get
        {
            for (var to = play.Rows.First + Block; to <= End; to += Block) yield return to;
        }
    }

    /// <summary>What the scores say of the last two lines.</summary>
    public double Estimated => (EstimatedBefore(End - Block) + EstimatedBefore(End)) / 2;

    /// <summary>The share of right answers among the outcomes that came during the last two lines.</summary>
    public double Known => KnownIn(End - (2 * Block), End).Right;

    /// <summary>The share of right answers to the songs of the last two lines, by the true labels.</summary>
    public double True => TrueIn(End - (2 * Block));

    /// <summary>How far the estimate is from the truth about the same songs, at the end.</summary>
    public double EstimateIsOff => Math.Abs(Estimated - True);

    /// <summary>How far the outcomes that came last are from the truth about the songs that they belong to.</summary>
    public double OutcomesAreOff => Math.Abs(Known - TrueIn(End - delay - (2 * Block)));

    /// <summary>The line in which the estimate had fallen by a tenth.</summary>
    public long EstimateFellAt => Blocks.First(to => to > play.Onset && EstimatedBefore(to) < EstimatedBefore(play.Onset) - Fall);

    /// <summary>The line in which the outcomes had fallen by as much.</summary>
    public long KnownFellAt => Blocks.First(to => to > play.Onset && KnownBefore(to).Right < KnownIn(play.Onset - 1_000, play.Onset).Right - Fall);

    private long End => play.Rows.First + play.Rows.Served.Count;

    /// <summary>The mean probability that an answer of a line is right, by the model's own scores.</summary>
    public double EstimatedBefore(long to) => Enumerable.Range(0, (int)Block).Average(i => Math.Max(Score(to - Block + i), 1 - Score(to - Block + i)));

    /// <summary>The outcomes that came during a line.</summary>
    public (int Count, double Right) KnownBefore(long to) => KnownIn(to - Block, to);

    private double Score(long row) => play.Rows.Served[(int)(row - play.Rows.First)].StaticScore;

    private (int Count, double Right) KnownIn(long from, long to)
    {
        var came = play.Rows.Outcomes.Where(outcome => outcome.KnownAt >= from && outcome.KnownAt < to).ToList();
        return (came.Count, came.Count == 0 ? double.NaN : (double)came.Count(outcome => outcome.StaticRight) / came.Count);
    }

    private double TrueIn(long from)
    {
        var count = (int)(2 * Block);
        var rows = NaiveRetraining.Rows(SongWorld.Of(play.World.Scenario, play.World.Manifest, play.World.Seed), from, count);
        return Enumerable.Range(0, count).Count(i => play.Rows.Served[(int)(from - play.Rows.First) + i].StaticAnswer == rows.Labels[i]) / (double)count;
    }
}
