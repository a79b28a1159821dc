using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>What a feature's values were like in the newest good rows: the measure of what is broken.</summary>
public sealed class FeatureProfile
{
    private const int RowsAtOnce = 256;

    private readonly int[] _counts = new int[LogBins.Count];

    internal FeatureProfile(Feature feature) => Feature = feature;

    /// <summary>The feature.</summary>
    public Feature Feature { get; }

    /// <summary>How many good rows it is made of; 0 when there is no profile yet.</summary>
    public int Rows { get; private set; }

    /// <summary>How many values were missing.</summary>
    public int Missing { get; private set; }

    /// <summary>How many values were categories that the schema does not know.</summary>
    public int Unseen { get; private set; }

    /// <summary>How many values were there.</summary>
    public int Present => Rows - Missing;

    /// <summary>The smallest value.</summary>
    public double Min { get; private set; }

    /// <summary>The largest value.</summary>
    public double Max { get; private set; }

    /// <summary>Below it lie at most 5 % of the values.</summary>
    public double Low { get; private set; }

    /// <summary>Above it lie at most 5 % of the values.</summary>
    public double High { get; private set; }

    /// <summary>Whether every value was a whole number.</summary>
    public bool AllWhole { get; private set; }

    /// <summary>The share of values that equal the one before.</summary>
    public double RepeatShare { get; private set; }

    /// <summary>The longest run of equal values.</summary>
    public int LongestRun { get; private set; }

    /// <summary>The longest run of missing values.</summary>
    public int LongestGap { get; private set; }

    /// <summary>So many rows may be missing within a quality window before it is more than the spells that came and went by themselves; 0 while there are no such.</summary>
    public int SpellRows { get; internal set; }

    /// <summary>Distinct magnitudes, about 9 % apart.</summary>
    public int Magnitudes { get; private set; }

    /// <summary>The share of the most frequent magnitude.</summary>
    public double TopShare { get; private set; }

    /// <summary>
    /// How many neighbouring rows carry the news of one: 1 when rows are independent, (1 + ρ) / (1 − ρ) when they hang
    /// together. Evidence is worth that much less.
    /// </summary>
    public double Inertia { get; private set; } = 1;

    /// <summary>A profile of values, NaN for missing, in the order of their rows.</summary>
    public static FeatureProfile Of(Feature feature, ReadOnlySpan<double> values)
    {
        var profile = new FeatureProfile(feature);
        profile.Learn(values);
        return profile;
    }

    /// <summary>How many values lay within two magnitudes of this one, per magnitude.</summary>
    public double Near(double value)
    {
        const int Reach = 2;
        var bin = LogBins.IndexOf(value);
        var near = 0;
        for (var i = Math.Max(0, bin - Reach); i <= Math.Min(LogBins.Count - 1, bin + Reach); i++) near += _counts[i];
        return near / (2.0 * Reach + 1);
    }

    /// <summary>Forgets what it knew and takes values, NaN for missing, in the order of their rows.</summary>
    internal void Learn(ReadOnlySpan<double> values)
    {
        var stretch = new ColumnStretch([Feature]);
        var rows = new double[RowsAtOnce * stretch.Width];
        while (!values.IsEmpty)
        {
            var count = Math.Min(values.Length, RowsAtOnce);
            for (var i = 0; i < count; i++) rows[i * stretch.Width] = values[i];
            stretch.Take(rows.AsSpan(0, count * stretch.Width));
            values = values[count..];
        }

        Learn(new ColumnStretch([Feature]), stretch, 0);
    }

    /// <summary>Forgets what it knew and takes one column of two stretches of rows, the second right behind the first.</summary>
    internal void Learn(ColumnStretch older, ColumnStretch newer, int column)
    {
        ref readonly var a = ref older.Lanes(column, out var lane);
        ref readonly var b = ref newer.Lanes(column, out _);
        (Rows, Missing) = (older.Rows + newer.Rows, older.Missing(column) + newer.Missing(column));
        (Min, Max) = (Math.Min(a.Min[lane], b.Min[lane]), Math.Max(a.Max[lane], b.Max[lane]));
        AllWhole = BitConverter.DoubleToInt64Bits((a.Fractional | b.Fractional)[lane]) == 0;
        Unseen = Feature.Kind == FeatureKind.Categorical ? (a.Unseen + b.Unseen)[lane] : 0;
        var pairs = (a.Pairs + b.Pairs)[lane];
        RepeatShare = pairs == 0 ? 0 : (double)(a.Repeats + b.Repeats)[lane] / pairs;
        // The first of a run repeats nothing.
        LongestRun = Present == 0 ? 0 : Math.Min(Present, Math.Max(a.LongestRun[lane], b.LongestRun[lane]) + 1);
        LongestGap = Math.Min(Missing, Math.Max(a.LongestGap[lane], b.LongestGap[lane]));
        var correlation = pairs < 2 ? 0 : Correlate(
            Present, pairs, (a.Sum + b.Sum)[lane], (a.Squares + b.Squares)[lane], (a.Products + b.Products)[lane], (a.PairSums + b.PairSums)[lane]);
        var (first, last) = Present == 0 ? (0, -1) : (LogBins.IndexOf(Min), LogBins.IndexOf(Max));
        Array.Clear(_counts);
        var one = older.Counts(column);
        var other = newer.Counts(column);
        for (var bin = first; bin <= last; bin++) _counts[bin] = one[bin] + other[bin];
        Complete(first, last, correlation);
    }

    internal void Save(BinaryWriter writer)
    {
        foreach (var value in (ReadOnlySpan<int>)[Rows, Missing, Unseen, LongestRun, LongestGap, SpellRows, Magnitudes]) writer.Write(value);
        foreach (var value in (ReadOnlySpan<double>)[Min, Max, Low, High, RepeatShare, TopShare, Inertia]) writer.Write(value);
        writer.Write(AllWhole);
        for (var bin = 0; bin < _counts.Length; bin++)
        {
            if (_counts[bin] == 0) continue;
            writer.Write(bin);
            writer.Write(_counts[bin]);
        }

        writer.Write(-1);
    }

    internal void Restore(BinaryReader reader)
    {
        (Rows, Missing, Unseen, LongestRun, LongestGap) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        (SpellRows, Magnitudes) = (reader.ReadInt32(), reader.ReadInt32());
        (Min, Max, Low, High) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (RepeatShare, TopShare, Inertia, AllWhole) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean());
        Array.Clear(_counts);
        for (var bin = reader.ReadInt32(); bin >= 0; bin = reader.ReadInt32()) _counts[bin] = reader.ReadInt32();
    }

    // Of neighbouring magnitudes, about the mean of all; exact whole numbers until the last step.
    private static double Correlate(long present, long pairs, long sum, long squares, long products, long pairSums)
    {
        // Counted from near the mean, lest the squares swallow what matters.
        var origin = sum / present;
        var mean = (double)(sum - (origin * present)) / present;
        var variance = ((double)(squares - (2 * origin * sum) + (origin * origin * present)) / present) - (mean * mean);
        if (variance < 1e-9) return 0;

        var covariance = ((products - (origin * pairSums) + (origin * origin * pairs)) - (mean * (pairSums - (2 * origin * pairs)))) / pairs + (mean * mean);
        return covariance / variance;
    }

    private void Complete(int first, int last, double correlation)
    {
        (Low, High, Magnitudes) = (double.NegativeInfinity, double.PositiveInfinity, 0);
        var (seen, top, sameByChance) = (0L, 0, 0.0);
        for (var bin = first; bin <= last; bin++)
        {
            var count = _counts[bin];
            if (count == 0) continue;
            Magnitudes++;
            top = Math.Max(top, count);
            sameByChance += (double)count / Present * count / Present;
            if (seen * 20 <= Present) Low = LogBins.LowerEdge(bin);
            if (seen * 20 < Present * 19L) High = LogBins.UpperEdge(bin);
            seen += count;
        }

        TopShare = Present == 0 ? 0 : (double)top / Present;
        correlation = Math.Max(correlation, (RepeatShare - sameByChance) / Math.Max(1e-9, 1 - sameByChance));
        // Below 0.1 it is the noise of the estimate; above 0.98 nobody can tell how much above.
        correlation = correlation < 0.1 ? 0 : Math.Min(correlation, 0.98);
        Inertia = (1 + correlation) / (1 - correlation);
    }
}
