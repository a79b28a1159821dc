using System.Globalization;
using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Drift.Performance;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>Follows the errors of what is served as outcomes arrive.</summary>
/// <remarks>
/// Each champion is held against a norm from its first outcome on, what it was worth on rows that it was not trained on, and against a
/// baseline of its own as soon as it has one: a champion that is wrong from its first answer is not its own norm. A finding outlives the champion that it was made of: it ends when the
/// answers are as right again as they were, or when a later champion has kept to its own level for so long that this is the new normal.
/// </remarks>
internal sealed class PerformanceWatch(MonitorOptions options, ITask task, string outcome)
{
    private const int Kept = 5_000;
    private const int CalmOutcomes = 300;
    // In so many errors, where they are rare.
    private const int CalmErrors = 10;
    private const int SettledOutcomes = 2_000;
    private const int LeastFallenOutcomes = 100;
    // A baseline of 3,000 outcomes is held against 100,000 and more.
    private const double ToleratedErrors = 2.5;

    private BinaryChannel _errors = NewChannel(options);
    // The champion before this one, until this one has a baseline: a world may change just after a release.
    private BinaryChannel _before = NewChannel(options);
    // How wrong the answers have been since the finding: a second fall is one below that.
    private readonly BinaryChannel _fallen = NewChannel(options, LeastFallenOutcomes);
    private readonly ErrorHistory _history = new(Kept);
    private readonly ErrorHistory _served = new(Kept);
    private readonly RateNorm _norm = new(FalseFindingShares.RunLength(options.FalseFindingBudget, FalseFindingShares.Performance), options);
    private readonly OutcomeClasses _outcomes = new(options, task, outcome);
    private readonly WaitingOutcomes _waiting = new();
    private DriftFinding? _finding;
    // The ceiling of the champion that the finding was made of: what counts as well again.
    private double _wellBelow;
    private bool _championIsNewer;
    private int _sinceFinding, _ofChampion, _calmOutcomes = CalmOutcomes;

    /// <summary>Nothing is found, and this champion has no baseline yet: until then the fleet is held against the one before, whoever of the two answered.</summary>
    private bool IsYoung => _finding is null && _errors.ReferenceValues == 0 && _before.ReferenceValues > 0;

    /// <summary>Something is found, and no later champion has a baseline: until then the answers are held against how wrong they have been since, whoever gave them.</summary>
    private bool IsFallen => _finding is not null && (!_championIsNewer || _errors.ReferenceValues == 0);

    /// <summary>Takes outcomes in the order of their arrival.</summary>
    public void Arrived(long row, byte label) => _waiting.Add(row, label);

    /// <summary>Outcomes from before the first model.</summary>
    public void Known(ReadOnlySpan<byte> labels) => _outcomes.Known(labels);

    /// <summary>Another champion: its errors are its own. What was found goes on until the answers are right again.</summary>
    /// <param name="row">The first row it serves.</param>
    /// <param name="trainedTo">One past the last row it was trained on.</param>
    /// <param name="heldOut">How wrong it was on rows that it was not trained on.</param>
    public void Rebase(long row, long trainedTo, HeldOutErrors heldOut, RowRing ring, FindingBook book)
    {
        if (heldOut.Rows >= options.LeastHeldOutRows) _norm.Begin(heldOut.Rows, heldOut.Errors);
        else _norm.Begin(0, 0);
        _outcomes.Rebase(row, trainedTo, ring, book);
        _championIsNewer = _finding is not null;
        _ofChampion = 0;
        if (_errors.ReferenceValues > 0) (_before, _errors) = (_errors, _before);
        _before.Calm();
        _errors.Reset();
        _history.Clear();
    }

    /// <summary>Counts the outcomes whose rows data quality has had the time to look at.</summary>
    public void Pass(RowRing ring, int champion, FindingBook book)
    {
        var vetted = options.Vetted(ring.Next);
        while (_waiting.TryTake(vetted, out var row, out var label))
        {
            if (!ring.Holds(row) || !ring.IsGood(row)) continue;

            // Whoever answered: late outcomes of the model before are part of how right the fleet was.
            var wrong = !task.IsRight(ring.Value(row, -1), label);
            _outcomes.Take(row, label, wrong, ring, book);
            _served.Add(row, wrong);
            var isOwn = ring.Version(row) == champion;
            if (!isOwn && !IsYoung && !IsFallen) continue;

            _history.Add(row, wrong);
            _ofChampion += isOwn ? 1 : 0;
            if (_finding is not null) Await(ring, book);
            Watch(wrong, isOwn, ring, book);
        }
    }

    public void Save(BinaryWriter writer)
    {
        _errors.Save(writer);
        _before.Save(writer);
        _fallen.Save(writer);
        _history.Save(writer);
        _served.Save(writer);
        _waiting.Save(writer);
        _norm.Save(writer);
        _outcomes.Save(writer);

        writer.Write(_finding?.Id ?? "");
        writer.Write(_sinceFinding);
        writer.Write(_wellBelow);
        writer.Write(_championIsNewer);
        writer.Write(_ofChampion);
        writer.Write(_calmOutcomes);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        _errors.Restore(reader);
        _before.Restore(reader);
        _fallen.Restore(reader);
        _history.Restore(reader);
        _served.Restore(reader);
        _waiting.Restore(reader);
        _norm.Restore(reader);
        _outcomes.Restore(reader, book);
        _finding = book.Find(reader.ReadString());
        _sinceFinding = reader.ReadInt32();
        _wellBelow = reader.ReadDouble();
        _championIsNewer = reader.ReadBoolean();
        _ofChampion = reader.ReadInt32();
        _calmOutcomes = reader.ReadInt32();
    }

    private static BinaryChannel NewChannel(MonitorOptions options, int? leastOutcomes = null) => new(
        FalseFindingShares.RunLength(options.FalseFindingBudget, FalseFindingShares.Performance), leastOutcomes ?? options.LeastBaselineOutcomes, options.BaselineOutcomes, riseShare: 1, ToleratedErrors);

    private void Watch(bool wrong, bool isOwn, RowRing ring, FindingBook book)
    {
        var (isYoung, isFallen) = (IsYoung, IsFallen);
        var channel = isFallen ? _fallen : isYoung ? _before : _errors;
        if (isOwn && (_finding is null || _championIsNewer)) _errors.Update(wrong ? 1 : 0);
        if (isYoung) _before.Update(wrong ? 1 : 0);
        if (_finding is not null) _fallen.Update(wrong ? 1 : 0);
        else if (isOwn) _norm.Take(wrong);
        var isBelowNorm = _finding is null && !channel.DriftDetected && _norm.IsBroken;
        if (!channel.DriftDetected && !isBelowNorm) return;

        var usual = isBelowNorm ? _norm.Rate : channel.Baseline;
        var since = isBelowNorm ? "on the rows that it was checked on" : isFallen ? "since the fall before" : isYoung ? "before this model" : "when this model began";
        Find(usual, isBelowNorm ? _norm.Ceiling : ErrorLimits.Ceiling(channel, options), isBelowNorm ? "held-out-norm" : "error-rise", since, ring, book, isFallen);
        // What has been learned of this champion so far is how wrong it is.
        if (isBelowNorm) _errors.Reset();
    }

    private void Find(double usual, double ceiling, string detector, string since, RowRing ring, FindingBook book, bool isFallen)
    {
        var (onset, from, to, rate) = _history.Onset(usual);
        var row = ring.Next - 1;
        // Another fall before the first was mended: the newer one is what has to be learned now.
        if (_finding is { } former) book.End(former, Math.Max(onset, former.Onset), row);
        _finding = new DriftFinding(
            FindingIds.For(row, DriftFindingKind.RealisedPerformance, null), row, DriftFindingKind.RealisedPerformance, null, detector,
            rate, ceiling, onset, onset, ring.Next,
            string.Create(CultureInfo.InvariantCulture, $"{ShareWords.Of(rate)} of answers are wrong since about row {onset:N0}; it was {ShareWords.Of(usual)} {since}.{_outcomes.WordsSince(onset)}"))
        {
            OnsetFrom = from,
            OnsetTo = to,
        };
        book.Add(_finding);
        // After a second fall it is well again where it was well before the first.
        if (!isFallen)
        {
            _calmOutcomes = (int)Math.Clamp(CalmErrors / Math.Max(usual, 1e-9), CalmOutcomes, Kept);
            _wellBelow = ErrorLimits.WellBelow(usual, _calmOutcomes, options);
        }

        (_sinceFinding, _championIsNewer) = (0, false);
        Fall(onset);
    }

    private void Fall(long onset)
    {
        _fallen.Reset();
        for (var age = _history.Count - 1; age >= 0; age--)
        {
            if (_history.RowAt(age) >= onset) _fallen.Update(_history.WrongAt(age) ? 1 : 0);
        }
    }

    private void Await(RowRing ring, FindingBook book)
    {
        if (++_sinceFinding < _calmOutcomes) return;
        var isWell = _served.NewestRate(_calmOutcomes) <= _wellBelow;
        if (!isWell && !(_championIsNewer && _ofChampion >= SettledOutcomes)) return;

        // Not before it could be known: an alert that looks back would be over while the answers were still wrong.
        book.End(_finding!, Math.Max(_served.RowAt(0), _finding!.Onset), ring.Next - 1);
        // A newer champion is watched already, by its own baseline.
        if (!_championIsNewer) _errors.Calm();
        _norm.Calm();
        (_finding, _championIsNewer) = (null, false);
    }
}
