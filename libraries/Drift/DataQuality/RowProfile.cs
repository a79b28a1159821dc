namespace MonitoringDemo.Drift.DataQuality;

/// <summary>What whole rows were like in the newest good ones: the measure of what is broken about a row.</summary>
public sealed class RowProfile
{
    private readonly FeatureProfile[] _features;

    internal RowProfile(FeatureProfile[] features) => _features = features;

    /// <summary>What each column was like, in schema order.</summary>
    public IReadOnlyList<FeatureProfile> Features => _features;

    /// <summary>How many good rows it is made of; 0 when there is no profile yet.</summary>
    public int Rows { get; private set; }

    /// <summary>The share of rows that equalled an earlier one bit by bit, had each of them had as many earlier ones to be compared with as later rows have.</summary>
    public double RepeatShare { get; private set; }

    /// <summary>The longest run of rows that had all come before.</summary>
    public int LongestRepeats { get; private set; }

    /// <summary>How the rows' own times went on.</summary>
    public ClockProfile Clock { get; } = new();

    /// <summary>A profile of rows.</summary>
    /// <param name="features">What each column was like.</param>
    /// <param name="repeats">Per row, in order: whether it equals an earlier one.</param>
    /// <param name="times">Per row, in order: when it happened, Unix milliseconds; <see cref="ClockProfile.Unknown"/> where nobody told.</param>
    public static RowProfile Of(IEnumerable<FeatureProfile> features, ReadOnlySpan<bool> repeats, ReadOnlySpan<long> times)
    {
        var profile = new RowProfile([.. features]);
        profile.Learn(repeats, 1, times);
        return profile;
    }

    /// <param name="repeats">Per row: whether it equals an earlier one.</param>
    /// <param name="compared">With what share of the full number of earlier rows they were compared, 0 to 1.</param>
    /// <param name="times">Per row: when it happened.</param>
    internal void Learn(ReadOnlySpan<bool> repeats, double compared, ReadOnlySpan<long> times)
    {
        var (repeated, run) = (0, 0);
        (Rows, LongestRepeats) = (repeats.Length, 0);
        foreach (var repeat in repeats)
        {
            run = repeat ? run + 1 : 0;
            if (repeat) repeated++;
            LongestRepeats = Math.Max(LongestRepeats, run);
        }

        RepeatShare = Rows == 0 ? 0 : Math.Min(1, (double)repeated / Rows / Math.Max(compared, 1e-3));
        Clock.Learn(times);
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write(Rows);
        writer.Write(RepeatShare);
        writer.Write(LongestRepeats);
        Clock.Save(writer);
    }

    internal void Restore(BinaryReader reader)
    {
        (Rows, RepeatShare, LongestRepeats) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadInt32());
        Clock.Restore(reader);
    }
}
