using System.Globalization;
using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Drift.Performance;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Follows the champion's errors as outcomes arrive.</summary>
internal sealed class PerformanceWatch(MonitorOptions options)
{
    private const int Kept = 5_000;
    private const int CalmOutcomes = 300;
    // A baseline of 3,000 outcomes is held against 100,000 and more.
    private const double ToleratedErrors = 2.5;

    private readonly BinaryChannel _errors = new(
        FalseFindingShares.RunLength(options.FalseFindingBudget, FalseFindingShares.Performance), options.LeastBaselineOutcomes, options.BaselineOutcomes, riseShare: 1, ToleratedErrors);

    private readonly ErrorHistory _history = new(Kept);
    private readonly WaitingOutcomes _waiting = new();
    private DriftFinding? _finding;
    private int _sinceFinding;

    // Wilson's upper limit of the baseline, with a tail of 5e-4, and the margin.
    private double Ceiling
    {
        get
        {
            const double Z = 3.3;
            double share = _errors.Baseline, z2 = Z * Z / _errors.ReferenceValues;
            return (share + z2 / 2 + Z * Math.Sqrt(share * (1 - share) / _errors.ReferenceValues + z2 / (4 * _errors.ReferenceValues))) / (1 + z2) + options.ErrorMargin;
        }
    }

    /// <summary>Takes outcomes in the order of their arrival.</summary>
    public void Arrived(long row, byte label) => _waiting.Add(row, label);

    /// <summary>Another champion: its errors are its own.</summary>
    public void Rebase(long row, long newestRow, FindingBook book)
    {
        if (_finding is { } open) book.End(open, Math.Max(row, open.Onset), newestRow);
        _finding = null;
        _errors.Reset();
        _history.Clear();
    }

    /// <summary>Counts the outcomes whose rows data quality has had the time to look at.</summary>
    public void Pass(RowRing ring, int champion, FindingBook book)
    {
        var vetted = options.Vetted(ring.Next);
        while (_waiting.TryTake(vetted, out var row, out var label))
        {
            if (!ring.Holds(row) || !ring.IsGood(row) || ring.Version(row) != champion) continue;

            var wrong = ring.Value(row, -1) >= 0.5 != (label == 1);
            _history.Add(row, wrong);
            if (_finding is null) Watch(wrong, ring, book);
            else Await(ring, book);
        }
    }

    public void Save(BinaryWriter writer)
    {
        _errors.Save(writer);
        _history.Save(writer);
        _waiting.Save(writer);

        writer.Write(_finding?.Id ?? "");
        writer.Write(_sinceFinding);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        _errors.Restore(reader);
        _history.Restore(reader);
        _waiting.Restore(reader);
        _finding = book.Find(reader.ReadString());
        _sinceFinding = reader.ReadInt32();
    }

    private void Watch(bool wrong, RowRing ring, FindingBook book)
    {
        _errors.Update(wrong ? 1 : 0);
        if (!_errors.DriftDetected) return;

        var (onset, from, to, rate) = _history.Onset(_errors.Baseline);
        var row = ring.Next - 1;
        _finding = new DriftFinding(
            FindingIds.For(row, DriftFindingKind.RealisedPerformance, null), row, DriftFindingKind.RealisedPerformance, null, "error-rise",
            rate, Ceiling, onset, onset, ring.Next,
            string.Create(CultureInfo.InvariantCulture, $"{100 * rate:F0} % of answers are wrong since about row {onset:N0}; it was {100 * _errors.Baseline:F0} % when this model began."))
        {
            OnsetFrom = from,
            OnsetTo = to,
        };
        book.Add(_finding);
        _sinceFinding = 0;
    }

    private void Await(RowRing ring, FindingBook book)
    {
        if (++_sinceFinding < CalmOutcomes || _history.NewestRate(CalmOutcomes) > Ceiling) return;

        var endedAt = _history.RowAt(CalmOutcomes - 1);
        book.End(_finding!, Math.Max(endedAt, _finding!.Onset), ring.Next - 1);
        _finding = null;
        _errors.Calm();
    }
}
