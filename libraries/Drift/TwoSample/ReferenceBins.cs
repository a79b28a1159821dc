using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Bins made of a reference sample: its quantiles for numbers, its categories otherwise, and one for missing values.</summary>
/// <remarks>Numbers: bin i holds (edge i−1, edge i]. Categories below 1 % of the reference share a bin with those never seen.</remarks>
public sealed class ReferenceBins
{
    private readonly double[] _edges;
    private readonly int[] _binOfCode;

    private ReferenceBins(double[] edges, int[] binOfCode, int count)
    {
        (_edges, _binOfCode, Count) = (edges, binOfCode, count);
        Reference = new int[count];
    }

    /// <summary>How many bins, the last one for missing values.</summary>
    public int Count { get; }

    /// <summary>The reference's values in each bin.</summary>
    public int[] Reference { get; }

    /// <summary>The reference's size, missing values included.</summary>
    public int ReferenceRows { get; private set; }

    /// <summary>Bins for a feature.</summary>
    /// <param name="feature">Its kind decides.</param>
    /// <param name="reference">Values, NaN for missing; sorted in place.</param>
    /// <param name="bins">How many quantile bins for numbers.</param>
    public static ReferenceBins For(Feature feature, Span<double> reference, int bins)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return feature.Kind == FeatureKind.Categorical ? ForCategories(reference, feature.Categories.Count) : ForNumbers(reference, bins);
    }

    /// <summary>Bins on the quantiles of numbers; fewer where values are tied. Where there are few levels, one more on either side holds what lies beyond them.</summary>
    /// <param name="reference">Values, NaN for missing; sorted in place.</param>
    /// <param name="bins">How many.</param>
    public static ReferenceBins ForNumbers(Span<double> reference, int bins)
    {
        reference.Sort();
        // NaN sorts first.
        var present = reference[CountMissing(reference)..];
        var edges = new List<double>(bins);
        for (var i = 1; i < bins && present.Length > 0; i++)
        {
            var at = (int)(((long)i * present.Length + bins - 1) / bins) - 1;
            if (present[at] >= present[^1]) continue;
            var edge = BinEdges.After(present, at);
            if (edges.Count == 0 || edge > edges[^1]) edges.Add(edge);
        }

        BinEdges.Close(edges, present);

        return new ReferenceBins([.. edges], [], edges.Count + 2).Fill(reference);
    }

    /// <summary>Bins for category codes.</summary>
    /// <param name="reference">Codes, NaN for missing.</param>
    /// <param name="categories">How many are known; that number itself is the code of one never seen.</param>
    public static ReferenceBins ForCategories(ReadOnlySpan<double> reference, int categories)
    {
        var binOfCode = CategoryBins.Of(reference, categories);
        return new ReferenceBins([], binOfCode, binOfCode[^1] + 2).Fill(reference);
    }

    /// <summary>The bin of a value.</summary>
    public int IndexOf(double value)
    {
        if (double.IsNaN(value)) return Count - 1;
        if (_binOfCode.Length > 0) return _binOfCode[CategoryBins.CodeOf(value, _binOfCode.Length - 1)];

        var edges = _edges;
        var bin = 0;
        while (bin < edges.Length && value > edges[bin]) bin++;
        return bin;
    }

    /// <summary>Whether every value falls into the same bin of both.</summary>
    internal bool HasSameBins(ReferenceBins other) =>
        ReferenceEquals(this, other) || (_edges.AsSpan().SequenceEqual(other._edges) && _binOfCode.AsSpan().SequenceEqual(other._binOfCode));

    internal void Save(BinaryWriter writer)
    {
        writer.Write(_edges.Length);
        foreach (var edge in _edges) writer.Write(edge);
        writer.Write(_binOfCode.Length);
        foreach (var bin in _binOfCode) writer.Write(bin);
        writer.Write(Count);
        foreach (var count in Reference) writer.Write(count);
        writer.Write(ReferenceRows);
    }

    internal static ReferenceBins Restore(BinaryReader reader)
    {
        var edges = new double[reader.ReadInt32()];
        for (var i = 0; i < edges.Length; i++) edges[i] = reader.ReadDouble();
        var binOfCode = new int[reader.ReadInt32()];
        for (var i = 0; i < binOfCode.Length; i++) binOfCode[i] = reader.ReadInt32();
        var bins = new ReferenceBins(edges, binOfCode, reader.ReadInt32());
        for (var i = 0; i < bins.Count; i++) bins.Reference[i] = reader.ReadInt32();
        bins.ReferenceRows = reader.ReadInt32();
        return bins;
    }

    private ReferenceBins Fill(ReadOnlySpan<double> reference)
    {
        foreach (var value in reference) Reference[IndexOf(value)]++;
        ReferenceRows = reference.Length;
        return this;
    }

    private static int CountMissing(ReadOnlySpan<double> sorted)
    {
        var missing = 0;
        while (missing < sorted.Length && double.IsNaN(sorted[missing])) missing++;
        return missing;
    }
}
