using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Channels;

/// <summary>
/// A reference sample as shares of bins. Bins of numbers are ordered and stand on the sample's own quantiles, so that
/// what is made of them depends neither on units nor on heavy tails.
/// </summary>
/// <remarks>
/// Ordered bins also have a place on the standard normal line ("latent"): bin b reaches from the normal quantile of the
/// share below it to that of the share up to it. A shift of the values is then a shift along this line, which is the
/// normal-scores idea of van der Waerden (1952). The last bin is for missing values.
/// </remarks>
internal sealed class ReferenceDistribution
{
    private const int Lanes = 4;

    private readonly double[] _edges, _paddedEdges;
    private readonly int[] _binOfCode;

    private ReferenceDistribution(double[] edges, int[] binOfCode, int bins)
    {
        (_edges, _binOfCode, Counts, Shares) = (edges, binOfCode, new int[bins], new double[bins]);
        _paddedEdges = new double[(edges.Length + Lanes - 1) / Lanes * Lanes];
        _paddedEdges.AsSpan().Fill(double.PositiveInfinity);
        edges.CopyTo(_paddedEdges, 0);
        Cuts = binOfCode.Length > 0 ? [] : new double[bins];
    }

    /// <summary>How many bins, the last one for missing values.</summary>
    public int Bins => Counts.Length;

    /// <summary>The bin of missing values.</summary>
    public int Missing => Counts.Length - 1;

    /// <summary>Whether bins are ordered and have a place on the latent line.</summary>
    public bool IsOrdered => _binOfCode.Length == 0;

    /// <summary>Values of the reference per bin.</summary>
    public int[] Counts { get; }

    /// <summary>The probability of each bin, never 0: half a value is added to every bin.</summary>
    public double[] Shares { get; }

    /// <summary>Where ordered bins begin on the latent line, the last entry being the end; empty for categories.</summary>
    public double[] Cuts { get; }

    /// <summary>The reference's size, missing values included.</summary>
    public int Rows { get; private set; }

    /// <summary>How many bins, missing values aside, hold any value of the reference.</summary>
    public int Levels { get; private set; }

    /// <summary>How much a value tells of a small shift, relative to an unbinned normal value; 0 for categories.</summary>
    public double Information { get; private set; }

    /// <summary>Bins for numbers.</summary>
    /// <param name="values">NaN for missing; sorted in place.</param>
    public static ReferenceDistribution OfNumbers(Span<double> values)
    {
        values.Sort();
        var edges = LatentCuts.Of(values);
        return new ReferenceDistribution(edges, [], edges.Length + 2).Fill(values);
    }

    /// <summary>Two bins: up to one half, and above.</summary>
    /// <param name="values">0 or 1.</param>
    public static ReferenceDistribution OfBits(ReadOnlySpan<double> values) => new ReferenceDistribution([0.5], [], 3).Fill(values);

    /// <summary>Bins for categories; those below 1 % share a bin with those never seen.</summary>
    /// <param name="codes">NaN for missing.</param>
    /// <param name="categories">How many are known; that number itself is the code of one never seen.</param>
    public static ReferenceDistribution OfCategories(ReadOnlySpan<double> codes, int categories)
    {
        var binOfCode = CategoryBins.Of(codes, categories);
        return new ReferenceDistribution([], binOfCode, binOfCode[^1] + 2).Fill(codes);
    }

    /// <summary>The bin of a value.</summary>
    public int IndexOf(double value)
    {
        if (double.IsNaN(value)) return Missing;
        if (_binOfCode.Length > 0) return _binOfCode[CategoryBins.CodeOf(value, _binOfCode.Length - 1)];

        // The number of edges below the value, four at a time: faster than halving, whose every step is a guess.
        ref var edges = ref MemoryMarshal.GetArrayDataReference(_paddedEdges);
        var (wanted, below) = (Vector256.Create(value), Vector256<long>.Zero);
        for (nuint i = 0; i < (nuint)_paddedEdges.Length; i += Lanes)
            below -= Vector256.LessThan(Vector256.LoadUnsafe(ref edges, i), wanted).AsInt64();
        return (int)(below.GetElement(0) + below.GetElement(1) + below.GetElement(2) + below.GetElement(3));
    }

    /// <summary>The categories of a bin, as codes; the number of known categories stands for those never seen.</summary>
    public IEnumerable<int> CodesOf(int bin) => Enumerable.Range(0, _binOfCode.Length).Where(code => _binOfCode[code] == bin);

    /// <summary>The mean place of a bin's values on the latent line; 0 for missing values.</summary>
    public double Score(int bin) => bin == Missing ? 0 : (Density(Cuts[bin]) - Density(Cuts[bin + 1])) / OrderedShare(bin);

    public void Save(BinaryWriter writer)
    {
        writer.Write(_edges.Length);
        foreach (var edge in _edges) writer.Write(edge);
        writer.Write(_binOfCode.Length);
        foreach (var bin in _binOfCode) writer.Write(bin);
        writer.Write(Bins);
        foreach (var count in Counts) writer.Write(count);
    }

    public static ReferenceDistribution Restore(BinaryReader reader)
    {
        var edges = new double[reader.ReadInt32()];
        for (var i = 0; i < edges.Length; i++) edges[i] = reader.ReadDouble();
        var binOfCode = new int[reader.ReadInt32()];
        for (var i = 0; i < binOfCode.Length; i++) binOfCode[i] = reader.ReadInt32();
        var distribution = new ReferenceDistribution(edges, binOfCode, reader.ReadInt32());
        for (var bin = 0; bin < distribution.Bins; bin++) distribution.Counts[bin] = reader.ReadInt32();
        distribution.Complete();
        return distribution;
    }

    /// <summary>The share of an ordered bin among values that are not missing.</summary>
    public double OrderedShare(int bin) => Shares[bin] / (1 - Shares[Missing]);

    private ReferenceDistribution Fill(ReadOnlySpan<double> values)
    {
        foreach (var value in values) Counts[IndexOf(value)]++;
        Complete();
        return this;
    }

    private void Complete()
    {
        Rows = 0;
        foreach (var count in Counts) Rows += count;
        Levels = Counts.AsSpan(0, Missing).Length - Counts.AsSpan(0, Missing).Count(0);
        for (var bin = 0; bin < Bins; bin++) Shares[bin] = (Counts[bin] + 0.5) / (Rows + 0.5 * Bins);
        if (!IsOrdered) return;

        var below = 0.0;
        for (var bin = 0; bin < Missing; bin++)
        {
            Cuts[bin] = bin == 0 ? double.NegativeInfinity : Deterministic.NormalQuantile(below);
            below += OrderedShare(bin);
        }

        Cuts[Missing] = double.PositiveInfinity;
        Information = 0;
        for (var bin = 0; bin < Missing; bin++) Information += Score(bin) * Score(bin) * OrderedShare(bin);
    }

    private static double Density(double place) =>
        double.IsInfinity(place) ? 0 : Deterministic.Exp(-place * place / 2) / 2.5066282746310002;
}
