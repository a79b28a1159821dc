using System.Numerics;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Sequential;

/// <summary>The places where ADWIN may cut its window, and whether one of them parts two different means.</summary>
/// <remarks>
/// Every decision is made by the published formula, in its order of operations. Cuts that cannot meet it are passed over
/// first, several at once: with n₀ + n₁ = W values, total T and older total T₀, the formula demands at least
/// (T₀W − Tn₀)² > 2 (variance / W) ln(2 ln W / δ) · W n₀ n₁, which needs neither root nor division.
/// </remarks>
internal sealed class AdwinCuts(double delta, int minWindowLength, ExponentialHistogram window)
{
    // Rounding may not turn a cut that the formula makes into one that is passed over.
    private const double Margin = 1 - 1e-9;
    private const double Rounding = 1e-15;

    // Per cut, oldest first: total and number of the values before it.
    private readonly double[] _totals = new double[ExponentialHistogram.MaxLevels * window.Stride];
    private readonly double[] _sizes = new double[ExponentialHistogram.MaxLevels * window.Stride];
    private readonly int[] _starts = new int[ExponentialHistogram.MaxLevels];
    private int _count;
    private double _logWidth;
    private double _logFloor;

    /// <summary>Whether a cut separates two different means.</summary>
    public bool Any()
    {
        Refresh();
        if (!(window.Width >= _logWidth && window.Width <= 1.25 * _logWidth))
            (_logWidth, _logFloor) = (window.Width, Margin * Log());

        var bound = 2.0 * (window.Variance / window.Width) * _logFloor * Margin * window.Width;
        var i = 0;
        for (; i + Vector<double>.Count <= _count; i += Vector<double>.Count)
        {
            if (!CanPass(i, bound) && Separates(i, Vector<double>.Count)) return true;
        }

        return i < _count && Separates(i, _count - i);
    }

    /// <summary>Sums up anew what changed; what came before it has the very bits that a sum from the oldest value on would give.</summary>
    private void Refresh()
    {
        var level = window.Touched;
        if (level >= window.Levels - 1)
        {
            level = window.Levels - 1;
            _starts[level] = 0;
        }

        var at = _starts[level];
        var (total, size) = at == 0 ? (0.0, 0.0) : (_totals[at - 1], _sizes[at - 1]);
        for (; level >= 0; level--)
        {
            _starts[level] = at;
            var bucket = ExponentialHistogram.SizeOf(level);
            foreach (var each in window.Totals(level))
            {
                total += each;
                size += bucket;
                _totals[at] = total;
                _sizes[at++] = size;
            }
        }

        // Nothing comes after the newest bucket.
        _count = at - 1;
        window.Touched = -1;
    }

    private bool CanPass(int i, double bound)
    {
        var (totals, sizes) = (new Vector<double>(_totals, i), new Vector<double>(_sizes, i));
        var (a, b) = (totals * window.Width, sizes * window.Total);
        var gap = Vector.Abs(a - b) + (Vector.Abs(a) + Vector.Abs(b)) * Rounding;
        return Vector.LessThanOrEqualAll(gap * gap, sizes * (new Vector<double>(window.Width) - sizes) * bound);
    }

    private bool Separates(int from, int count)
    {
        var log = Log();
        var spread = 2.0 * (window.Variance / window.Width) * log;
        for (var i = from; i < from + count; i++)
        {
            var (older, newer) = (_sizes[i], window.Width - _sizes[i]);
            if (older < minWindowLength || newer < minWindowLength)
                continue;

            var m = 1.0 / (older - minWindowLength + 1) + 1.0 / (newer - minWindowLength + 1);
            var epsilon = Math.Sqrt(m * spread) + 2.0 / 3.0 * log * m;
            if (Math.Abs(_totals[i] / older - (window.Total - _totals[i]) / newer) > epsilon)
                return true;
        }

        return false;
    }

    private double Log() => Deterministic.Log(2 * Deterministic.Log(window.Width) / delta);
}
