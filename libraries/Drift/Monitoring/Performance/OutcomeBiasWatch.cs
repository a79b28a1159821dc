using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>Tells when outcomes begin to come for one answer more than for the other: what is known then no longer stands for all, and whoever learns from it learns the selection.</summary>
/// <remarks>
/// Of two classes. Each row is judged once, at an age at which outcomes have usually come: does it have one? The share that has, of rows answered 1 less that of rows answered 0, is
/// compared with what it was in the first rows, as two proportions are (normal approximation, each with one success and one failure added: Agresti and Coull 1998). A stream that was selective from its beginning is not judged.
/// </remarks>
/// <param name="options">How long it looks.</param>
/// <param name="task">How many classes there are.</param>
/// <param name="outcome">What findings name.</param>
internal sealed class OutcomeBiasWatch(MonitorOptions options, ITask task, string outcome)
{
    private const int FirstOutcomes = 1_000;
    private const int BaselineRows = 1_000;
    private const int LeastOfAnswer = 50;
    private const int BlockRows = 250;
    private const double StandardErrors = 6;
    private const double LeastShare = 0.25;

    private readonly AnswersKnown _usual = new();
    private AnswersKnown _block = new(), _before = new();
    private DriftFinding? _finding;
    private long _next = -1;
    private long _age, _outcomes;

    private bool HasBaseline => _usual.Rows >= BaselineRows && _usual.Fewest >= LeastOfAnswer;

    /// <summary>An outcome came.</summary>
    public void Arrived(RowRing ring, long row)
    {
        if (_outcomes++ < FirstOutcomes) _age = Math.Max(_age, ring.Next - row);
    }

    /// <summary>Judges the rows that have reached the age at which outcomes have usually come.</summary>
    public void Look(RowRing ring, FindingBook book)
    {
        if (task.Classes != 2 || _outcomes < FirstOutcomes) return;

        var to = ring.Next - _age - options.QualityStep;
        if (_next < 0) _next = to;
        for (_next = Math.Max(_next, ring.First); _next < to; _next++)
        {
            if ((ring.Flags(_next) & RowFlags.Served) == 0 || ring.Value(_next, -1) is var score && !task.IsScore(score)) continue;
            Judge(Evaluator.Decide(score) == 1, (ring.Flags(_next) & RowFlags.Labelled) != 0, ring, book);
        }
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var known in (ReadOnlySpan<AnswersKnown>)[_usual, _block, _before]) known.Save(writer);
        writer.Write(_finding?.Id ?? "");
        foreach (var value in (ReadOnlySpan<long>)[_next, _age, _outcomes]) writer.Write(value);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        foreach (var known in (ReadOnlySpan<AnswersKnown>)[_usual, _block, _before]) known.Restore(reader);
        _finding = book.Find(reader.ReadString());
        (_next, _age, _outcomes) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
    }

    private void Judge(bool answeredOne, bool known, RowRing ring, FindingBook book)
    {
        if (!HasBaseline)
        {
            _usual.Add(answeredOne, known);
            return;
        }

        _block.Add(answeredOne, known);
        if (_block.Rows < BlockRows) return;

        var (gap, error) = _block.GapBeside(_usual, _before);
        // Half of what is known gone from one side is news; a tenth is not.
        var least = LeastShare * _usual.Share;
        if (_finding is { } open && Math.Abs(gap) < least / 2) End(open, ring, book);
        else if (_finding is null && Math.Abs(_usual.Gap) < least && Math.Abs(gap) >= least && Math.Abs(gap) >= StandardErrors * error) Find(gap, Math.Max(least, StandardErrors * error), ring, book);
        (_before, _block) = (_block, _before);
        _block.Clear();
    }

    private void Find(double gap, double threshold, RowRing ring, FindingBook book)
    {
        var (row, onset) = (ring.Next - 1, _next - _block.Rows + 1);
        var (one, zero) = _block.SharesWith(_before);
        _finding = new DriftFinding(
            FindingIds.For(row, DriftFindingKind.LabelFlow, outcome), row, DriftFindingKind.LabelFlow, outcome, "outcome-bias", Math.Abs(gap), threshold, onset, onset, ring.Next,
            string.Create(CultureInfo.InvariantCulture, $"Outcomes come for {ShareWords.Of(one)} of the rows that were answered 1 and for {ShareWords.Of(zero)} of those answered 0; it was {ShareWords.Of(_usual.Share)} of either. What comes does not stand for all."))
        {
            OnsetFrom = onset - BlockRows,
        };
        book.Add(_finding);
    }

    private void End(DriftFinding finding, RowRing ring, FindingBook book)
    {
        book.End(finding, Math.Max(_next - _block.Rows, finding.Onset), ring.Next - 1);
        _finding = null;
    }
}
