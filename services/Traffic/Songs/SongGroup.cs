using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Traffic.Songs;

/// <summary>The songs of one decade and label: a Gaussian copula over ten quantile tables, and three category distributions.</summary>
internal sealed class SongGroup
{
    private const int Size = SongSchema.NumericCount;
    private const int Buckets = 200;

    // As the source writes them: whole milliseconds, six places for what lives near zero.
    private static readonly double[] Scales = [1e3, 1e3, 1e3, 1e4, 1e6, 1e6, 1e4, 1e3, 1e3, 1];

    private readonly double[] _lower;
    private readonly double[] _levels;
    private readonly double[] _quantiles;
    private readonly double[] _slopes;
    private readonly byte[] _segments = new byte[Buckets + 1];
    private readonly double[][] _categories;

    /// <param name="correlation">Of the normal scores, row-major.</param>
    /// <param name="levels">Ascending from 0 to 1, every one a multiple of 1/200.</param>
    /// <param name="quantiles">One table of the length of the levels per feature.</param>
    /// <param name="categories">The probabilities of key, mode and time signature in the order of the schema's categories.</param>
    public SongGroup(double[] correlation, double[] levels, double[][] quantiles, double[][] categories)
    {
        _lower = CorrelationFactor.Of(correlation, Size);
        _levels = levels;
        _quantiles = [.. quantiles.SelectMany(table => table)];
        _slopes = [.. quantiles.SelectMany(table => table.Select((q, i) => i + 1 < levels.Length ? (table[i + 1] - q) / (levels[i + 1] - levels[i]) : 0.0))];
        _categories = [.. categories.Select(Cumulative)];
        for (var bucket = 0; bucket <= Buckets; bucket++)
            _segments[bucket] = (byte)Math.Max(0, Array.FindLastIndex(levels, levels.Length - 2, level => level * Buckets < bucket + 0.5));
    }

    /// <summary>Draws a song; takes exactly thirteen random numbers.</summary>
    public void Draw(SplitMix64 random, Span<double> song)
    {
        Span<double> normals = stackalloc double[Size];
        for (var i = 0; i < Size; i++)
            normals[i] = random.NextNormal();

        for (var i = 0; i < Size; i++)
        {
            var z = 0.0;
            for (var k = 0; k <= i; k++)
                z += _lower[(i * Size) + k] * normals[k];
            song[i] = Math.Round(Quantile(i, NormalTable.Cdf(z)) * Scales[i]) / Scales[i];
        }

        for (var i = 0; i < _categories.Length; i++)
            song[Size + i] = Category(_categories[i], random.NextDouble());
    }

    private double Quantile(int feature, double u)
    {
        var segment = _segments[(int)(u * Buckets)];
        var at = (feature * _levels.Length) + segment;
        return _quantiles[at] + ((u - _levels[segment]) * _slopes[at]);
    }

    private static int Category(double[] cumulative, double u)
    {
        var category = 0;
        while (u >= cumulative[category])
            category++;
        return category;
    }

    private static double[] Cumulative(double[] probabilities)
    {
        var total = 0.0;
        foreach (var probability in probabilities)
            total += probability;
        var sum = 0.0;
        var cumulative = new double[probabilities.Length];
        for (var i = 0; i < cumulative.Length; i++)
            cumulative[i] = (sum += probabilities[i]) / total;
        // Rounding must not leave a gap below 1; trailing categories of probability 0 stay impossible.
        for (var i = cumulative.Length - 1; i >= 0; i--)
        {
            cumulative[i] = 2.0;
            if (probabilities[i] > 0.0)
                break;
        }

        return cumulative;
    }
}
