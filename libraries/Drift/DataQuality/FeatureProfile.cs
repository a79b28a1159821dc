using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>What a feature's values were like in the newest good rows: the measure of what is broken.</summary>
public sealed class FeatureProfile
{
    private const int MostOnStack = 8_192;

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

    /// <summary>Forgets what it knew and takes these values, NaN for missing, in the order of their rows.</summary>
    internal void Learn(ReadOnlySpan<double> values)
    {
        Span<short> bins = values.Length <= MostOnStack ? stackalloc short[values.Length] : new short[values.Length];
        Count(values, bins);
        Complete(Succession.Of(values, bins));
    }

    private void Count(ReadOnlySpan<double> values, Span<short> bins)
    {
        Array.Clear(_counts);
        var counts = _counts;
        var (missing, unseen, fractional) = (0, 0, 0);
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        var known = Feature.Kind == FeatureKind.Categorical ? Feature.Categories.Count : double.PositiveInfinity;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsNaN(value))
            {
                missing++;
                continue;
            }

            var bin = LogBins.IndexOf(value);
            bins[i] = (short)bin;
            counts[bin]++;
            if (value < min) min = value;
            if (value > max) max = value;
            if (value != Math.Floor(value)) fractional++;
            if (value >= known) unseen++;
        }

        (Rows, Missing, Min, Max, AllWhole) = (values.Length, missing, min, max, fractional == 0);
        Unseen = Feature.Kind == FeatureKind.Categorical ? unseen : 0;
    }

    private void Complete(Succession succession)
    {
        (Low, High, Magnitudes) = (double.NegativeInfinity, double.PositiveInfinity, 0);
        var (seen, top, sameByChance) = (0L, 0, 0.0);
        for (var bin = 0; bin < LogBins.Count && seen < Present; bin++)
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
        (RepeatShare, LongestRun, LongestGap) = (succession.RepeatShare, succession.LongestRun, succession.LongestGap);
        var correlation = Math.Max(succession.Correlation, (RepeatShare - sameByChance) / Math.Max(1e-9, 1 - sameByChance));
        // Below 0.1 it is the noise of the estimate; above 0.98 nobody can tell how much above.
        correlation = correlation < 0.1 ? 0 : Math.Min(correlation, 0.98);
        Inertia = (1 + correlation) / (1 - correlation);
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write(Rows);
        if (Rows == 0) return;
        foreach (var value in (ReadOnlySpan<int>)[Missing, Unseen, LongestRun, LongestGap, Magnitudes]) writer.Write(value);
        foreach (var value in (ReadOnlySpan<double>)[Min, Max, Low, High, RepeatShare, TopShare, Inertia]) writer.Write(value);
        writer.Write(AllWhole);
        for (var bin = 0; bin < LogBins.Count; bin++)
        {
            if (_counts[bin] == 0) continue;
            writer.Write(bin);
            writer.Write(_counts[bin]);
        }

        writer.Write(-1);
    }

    internal void Restore(BinaryReader reader)
    {
        Array.Clear(_counts);
        Rows = reader.ReadInt32();
        if (Rows == 0) return;
        (Missing, Unseen, LongestRun, LongestGap, Magnitudes) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        (Min, Max, Low, High) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (RepeatShare, TopShare, Inertia) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        AllWhole = reader.ReadBoolean();
        for (var bin = reader.ReadInt32(); bin >= 0; bin = reader.ReadInt32()) _counts[bin] = reader.ReadInt32();
    }
}
