using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>Training rows as bins, column by column.</summary>
internal sealed class BinnedRows
{
    public BinnedRows(DataSet data, FeatureBins[] features)
    {
        (Rows, Features) = (data.Count, features);
        Columns = new byte[features.Length][];
        for (var i = 0; i < features.Length; i++)
            Columns[i] = new byte[data.Count];

        // A few thousand rows are read once for all features.
        Work.ForRows(data.Count, features.Length * 8L, (from, to) =>
        {
            for (var i = 0; i < features.Length; i++)
                features[i].Write(data.Values[((from * features.Length) + i)..], features.Length, Columns[i].AsSpan(from, to - from));
        });
        Offsets = new int[features.Length + 1];
        for (var i = 0; i < features.Length; i++)
            Offsets[i + 1] = Offsets[i] + features[i].Count + 1;
    }

    public int Rows { get; }

    public FeatureBins[] Features { get; }

    public byte[][] Columns { get; }

    /// <summary>Where each feature's bins stand in a histogram; the last entry is the histogram's length.</summary>
    public int[] Offsets { get; }

    public static FeatureBins[] Learn(DataSet data, int bins)
    {
        var features = new FeatureBins[data.Schema.Count];
        Work.ForEach(features.Length, data.Count * 20, i => features[i] = FeatureBins.Learn(data, i, bins));
        return features;
    }
}
