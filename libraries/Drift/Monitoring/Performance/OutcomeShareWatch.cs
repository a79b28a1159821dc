using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Drift.Performance;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>Follows how frequent the rare outcome is, where one is rare: a model that answers with the other one nearly always is right nearly always, whatever becomes of the few. Of many classes, how frequent one of them is.</summary>
/// <param name="options">Windows and thresholds.</param>
/// <param name="outcome">What findings name.</param>
/// <param name="of">The class that is followed and how many there are with it; null for the rare one of two.</param>
internal sealed class OutcomeShareWatch(MonitorOptions options, string outcome, (byte Label, string Name, int Classes)? of = null)
{
    private const double Rare = 0.05;
    private const int Kept = 5_000;
    private const int LeastKnown = 200;
    private const int CalmOnes = 10;
    private const int CalmOutcomes = 300;

    private readonly ErrorHistory _history = new(Kept);
    private readonly RateNorm _norm = new(FalseFindingShares.RunLength(options.FalseFindingBudget, FalseFindingShares.Performance) * (of?.Classes ?? 1), options);
    private DriftFinding? _finding;
    private long _rows, _ones;
    private double _wellBelow;
    private int _calmOutcomes, _sinceFinding;
    private bool _begun;

    /// <summary>The label that is rare; null when neither is, or too few rows are known to say so.</summary>
    private byte? Label => _rows < LeastKnown ? null
        : of is { } one ? one.Label
        : _ones < Rare * _rows ? (byte)1
        : _rows - _ones < Rare * _rows ? (byte)0
        : null;

    /// <summary>Takes the outcomes of history.</summary>
    public void Known(ReadOnlySpan<byte> labels)
    {
        _rows += labels.Length;
        foreach (var label in labels) _ones += of is { } one ? (label == one.Label ? 1 : 0) : label;
    }

    /// <summary>Another champion serves: one that has learned from rows since the finding knows the new share.</summary>
    public void Rebase(long row, long trainedTo, RowRing ring, FindingBook book)
    {
        if (!_begun) _norm.Begin(_rows, of is null && Label == 0 ? _rows - _ones : _ones);
        _begun = true;
        if (_finding is not { } open || trainedTo <= open.Onset) return;
        book.End(open, Math.Max(row, open.Onset), ring.Next - 1);
        _finding = null;
        _history.Clear();
        _norm.Begin(0, 0);
    }

    public void Take(long row, byte label, RowRing ring, FindingBook book)
    {
        if (!_begun || Label is not { } rare) return;

        _history.Add(row, label == rare);
        if (_finding is not null)
        {
            Await(ring, book);
            return;
        }

        _norm.Take(label == rare);
        if (_norm.IsBroken) Find(rare, ring, book);
    }

    public void Save(BinaryWriter writer)
    {
        _history.Save(writer);
        _norm.Save(writer);
        writer.Write(_finding?.Id ?? "");
        writer.Write(_rows);
        writer.Write(_ones);
        writer.Write(_wellBelow);
        writer.Write(_calmOutcomes);
        writer.Write(_sinceFinding);
        writer.Write(_begun);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        _history.Restore(reader);
        _norm.Restore(reader);
        _finding = book.Find(reader.ReadString());
        (_rows, _ones, _wellBelow) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadDouble());
        (_calmOutcomes, _sinceFinding, _begun) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean());
    }

    private void Find(byte rare, RowRing ring, FindingBook book)
    {
        var (usual, row) = (_norm.Rate, ring.Next - 1);
        var (onset, from, to, rate) = _history.Onset(usual);
        _calmOutcomes = (int)Math.Clamp(CalmOnes / Math.Max(usual, 1e-9), CalmOutcomes, Kept);
        _wellBelow = usual + (usual / 2) + (1.2 * Math.Sqrt(usual * (1 - usual) / _calmOutcomes));
        _sinceFinding = 0;
        _finding = new DriftFinding(
            FindingIds.For(row, DriftFindingKind.DataDrift, outcome), row, DriftFindingKind.DataDrift, outcome, "outcome-share",
            rate, _norm.Ceiling, onset, onset, ring.Next,
            string.Create(CultureInfo.InvariantCulture, $"{ShareWords.Of(rate)} of outcomes are {of?.Name ?? rare.ToString(CultureInfo.InvariantCulture)} since about row {onset:N0}; it was {ShareWords.Of(usual)}."))
        {
            OnsetFrom = from,
            OnsetTo = to,
        };
        book.Add(_finding);
    }

    private void Await(RowRing ring, FindingBook book)
    {
        if (++_sinceFinding < _calmOutcomes || _history.NewestRate(_calmOutcomes) > _wellBelow) return;
        book.End(_finding!, Math.Max(_history.RowAt(0), _finding!.Onset), ring.Next - 1);
        _finding = null;
        _norm.Calm();
    }
}
