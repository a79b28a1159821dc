namespace MonitoringDemo.Drift.DataQuality;

/// <summary>How the times at which rows happened went on when all was well. All times are Unix milliseconds.</summary>
public sealed class ClockProfile
{
    /// <summary>Stands for a row whose time nobody told.</summary>
    public const long Unknown = long.MinValue;

    /// <summary>How many rows had a time.</summary>
    public int Known { get; private set; }

    /// <summary>How many had none.</summary>
    public int Missing { get; private set; }

    /// <summary>How far the clock went on from row to row, on average.</summary>
    public double MeanStep { get; private set; }

    /// <summary>The longest pause between rows.</summary>
    public double LongestPause { get; private set; }

    /// <summary>The furthest that a row lay behind those before it.</summary>
    public double MostLate { get; private set; }

    /// <summary>The share of rows whose time is that of the row before.</summary>
    public double RepeatShare { get; private set; }

    /// <summary>The longest run of rows with the same time.</summary>
    public int LongestRun { get; private set; }

    /// <summary>Whether nearly every row tells its time, so that the clock can be judged.</summary>
    public bool IsKnown => Known >= 200 && Known >= 20 * Missing;

    /// <summary>A row that lies further behind others than this is late beyond what is usual: twice the furthest so far, and twenty rows more.</summary>
    public double LateLimit => 2 * MostLate + 20 * MeanStep + 1;

    /// <summary>A jump ahead by more is no pause: thirty days, or fifty times the longest pause, or a thousand rows.</summary>
    public double JumpLimit => Math.Max(30.0 * 24 * 60 * 60 * 1000, Math.Max(50 * LongestPause, 1000 * MeanStep));

    internal void Learn(ReadOnlySpan<long> times)
    {
        (Known, Missing, MeanStep, LongestPause, MostLate, RepeatShare, LongestRun) = (0, 0, 0, 0, 0, 0, 0);
        var front = new ClockFront();
        var (previous, run, repeats, first) = (Unknown, 0, 0, double.NaN);
        foreach (var time in times)
        {
            if (time == Unknown)
            {
                Missing++;
                continue;
            }

            Known++;
            run = time == previous ? run + 1 : 1;
            if (time == previous) repeats++;
            LongestRun = Math.Max(LongestRun, run);
            previous = time;

            var before = front.At;
            if (before - time > MostLate) MostLate = before - time;
            front.Pass(time);
            if (front.At - before > LongestPause) LongestPause = front.At - before;
            if (double.IsNaN(first)) first = front.At;
        }

        if (Known < 2) return;
        RepeatShare = (double)repeats / (Known - 1);
        MeanStep = double.IsNaN(first) ? 0 : (front.At - first) / Known;
    }

    internal void Save(BinaryWriter writer)
    {
        foreach (var value in (ReadOnlySpan<int>)[Known, Missing, LongestRun]) writer.Write(value);
        foreach (var value in (ReadOnlySpan<double>)[MeanStep, LongestPause, MostLate, RepeatShare]) writer.Write(value);
    }

    internal void Restore(BinaryReader reader)
    {
        (Known, Missing, LongestRun) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        (MeanStep, LongestPause, MostLate, RepeatShare) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }
}
