using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Multivariate;

/// <summary>
/// Gaussian kernel of all pairs of two pooled samples, so that the statistic of any assignment of the rows is a sum over the
/// pairs of its smaller side alone: the other sums follow from the totals.
/// </summary>
internal sealed class KernelMatrix
{
    // The part below the diagonal, row after row.
    private readonly double[] _pairs;
    private readonly double[] _rowSums;
    private readonly double _total;
    private readonly int _first, _count, _smaller;
    private readonly int[] _order, _members;

    public KernelMatrix(CompleteRows x, CompleteRows y, double sigma)
    {
        (_first, _count) = (x.Count, x.Count + y.Count);
        _smaller = Math.Min(x.Count, y.Count);
        _pairs = new double[(long)_count * (_count - 1) / 2];
        _rowSums = new double[_count];
        _order = [.. Enumerable.Range(0, _count)];
        _members = new int[_smaller];

        var scale = -1 / (2 * sigma * sigma);
        for (int i = 1, at = 0; i < _count; i++)
        {
            var row = i < _first ? x.Row(i) : y.Row(i - _first);
            for (var j = 0; j < i; j++, at++)
            {
                var k = Deterministic.Exp(scale * SquaredDistance(row, j < _first ? x.Row(j) : y.Row(j - _first)));
                _pairs[at] = k;
                _rowSums[i] += k;
                _rowSums[j] += k;
            }
        }

        foreach (var sum in _rowSums) _total += sum;
    }

    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }

    /// <summary>The statistic of the samples as they are.</summary>
    public double Observed()
    {
        var from = _smaller == _first ? 0 : _first;
        for (var i = 0; i < _smaller; i++) _members[i] = from + i;
        return Statistic();
    }

    /// <summary>The statistic after the rows were dealt out anew.</summary>
    public double Reassigned(SplitMix64 random)
    {
        // The first places of a shuffle are a random subset; only they have to be drawn.
        for (var i = 0; i < _smaller; i++)
        {
            var j = i + random.NextInt(_count - i);
            (_order[i], _order[j]) = (_order[j], _order[i]);
        }

        _order.AsSpan(0, _smaller).CopyTo(_members);
        Array.Sort(_members);
        return Statistic();
    }

    private double Statistic()
    {
        double within = 0, sums = 0;
        for (var i = 0; i < _members.Length; i++)
        {
            var row = _members[i];
            var pairs = _pairs.AsSpan((int)((long)row * (row - 1) / 2), row);
            var sum = 0.0;
            for (var j = 0; j < i; j++) sum += pairs[_members[j]];
            within += sum;
            sums += _rowSums[row];
        }

        within *= 2;
        double n = _smaller, m = _count - _smaller, across = sums - within;
        return within / (n * (n - 1)) + (_total - within - 2 * across) / (m * (m - 1)) - 2 * across / (n * m);
    }
}
