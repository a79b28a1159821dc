using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>How much less than so many rows the newest answers say, because wrong ones come in spells: neighbours in time are alike.</summary>
/// <remarks>
/// The lag-one correlation r of wrong answers gives the factor (1 + r) / (1 − r) by which the variance of a mean of serially dependent values
/// exceeds that of independent ones (G. E. P. Box and G. M. Jenkins, "Time series analysis", 1970). Evidence in nats is divided by it; rows that do
/// not depend on each other have 1. It is the median over blocks of rows, each about its own mean: a change of the world is no spell.
/// </remarks>
internal sealed class SerialErrors : IRowWatch
{
    private const int Block = 250;
    private const int Blocks = 12;
    private const int LeastBlocks = 4;
    private const double Most = 8;
    // Two standard errors of a correlation over all blocks: what chance may show is taken for none.
    private static readonly double Chance = 2 / Math.Sqrt(Block * Blocks);

    private readonly Queue<double> _correlations = new();
    private int _rows, _wrong, _both, _first;
    private bool _last;

    /// <summary>At least 1.</summary>
    public double Factor { get; private set; } = 1;

    /// <summary>Takes the champion's own answers only.</summary>
    public void Take(RowFeed log, JudgedRow judged, RegistryState state)
    {
        var rows = log.Rows!;
        if (rows.Version(judged.Row) == state.Release!.Change.Champion.Version) Take(Evaluator.Decide(rows.Score(judged.Row)) != rows.Label(judged.Row));
    }

    public void Take(bool wrong)
    {
        if (_rows == 0) _first = wrong ? 1 : 0;
        else _both += wrong && _last ? 1 : 0;
        _wrong += wrong ? 1 : 0;
        _last = wrong;
        if (++_rows < Block) return;

        _correlations.Enqueue(Correlation());
        if (_correlations.Count > Blocks) _correlations.Dequeue();
        (_rows, _wrong, _both) = (0, 0, 0);
        if (_correlations.Count < LeastBlocks) return;

        var sorted = _correlations.Order().ToList();
        var r = Math.Min(0.99, sorted[sorted.Count / 2]) - Chance;
        Factor = r <= 0 ? 1 : Math.Min(Most, (1 + r) / (1 - r));
    }

    /// <summary>Of neighbours in the block, about its mean; 0 where all are right or all wrong.</summary>
    private double Correlation()
    {
        var share = (double)_wrong / _rows;
        var squares = _rows * share * (1 - share);
        // The sum of (a − m)(b − m) over neighbours a and b: the ends are counted once, all others twice.
        var neighbours = _both - (share * ((2 * _wrong) - _first - (_last ? 1 : 0))) + ((_rows - 1) * share * share);
        return squares <= 0 ? 0 : neighbours / squares;
    }
}
