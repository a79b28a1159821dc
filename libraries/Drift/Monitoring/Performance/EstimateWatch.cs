using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Drift.Performance;
using MonitoringDemo.Learning.Calibration;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>
/// Estimates the champion's accuracy on rows whose outcomes are not known yet, from its calibrated scores, and says when outcomes
/// contradict it. It makes no finding. A few look-ups per row, and nothing per row until the first outcomes have calibrated it.
/// </summary>
internal sealed class EstimateWatch(MonitorOptions options, ITask task)
{
    private const int CalibrationOutcomes = 2_000;
    private const int Window = 2_000;

    private readonly List<(long Row, double Score, byte Label)> _gathered = new(CalibrationOutcomes);
    private readonly WaitingOutcomes _waiting = new();
    private readonly EstimatedAccuracy _accuracy = new(Window);
    private readonly EstimateTrust _trust = new();
    private readonly RealisedRows _realised = new(Window);
    private CalibratedScores? _calibrated;
    private long _since, _taken;

    /// <summary>The estimate; null until the champion's first outcomes have calibrated its scores.</summary>
    public AccuracyEstimate? Current => _accuracy.Count == 0
        ? null
        : new AccuracyEstimate(
            _accuracy.Value, _accuracy.StandardError, _accuracy.Count, _realised.Outcomes == 0 ? null : (double)_realised.Correct / _realised.Outcomes,
            _realised.Outcomes, !_trust.IsBroken, _trust.Evidence);

    /// <summary>Takes outcomes in the order of their arrival.</summary>
    public void Arrived(long row, byte label) => _waiting.Add(row, label);

    /// <summary>Another champion serves from this row on, and every row from there is its own: its scores mean what they mean.</summary>
    public void Rebase(long row)
    {
        (_since, _taken, _calibrated) = (row, row, null);
        _gathered.Clear();
        _accuracy.Reset();
        _trust.Reset();
        _realised.Clear();
    }

    /// <summary>Takes the rows and outcomes that data quality has had the time to look at.</summary>
    public void Pass(RowRing ring)
    {
        var vetted = options.Vetted(ring.Next);
        TakeRows(ring, vetted);
        while (_waiting.TryTake(vetted, out var row, out var label))
        {
            if (row < _since || !ring.Holds(row) || !Counts(ring, row) || ring.Value(row, -1) is var score && !task.IsScore(score)) continue;
            if (_calibrated is null) Gather(ring, vetted, row, score, label);
            else Compare(_calibrated, row, score, task.IsRight(score, label));
        }
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_since);
        writer.Write(_taken);
        writer.Write(_gathered.Count);
        foreach (var (row, score, label) in _gathered)
        {
            writer.Write(row);
            writer.Write(score);
            writer.Write(label);
        }

        _waiting.Save(writer);

        var calibrator = _calibrated?.Calibrator.ToArtifact() ?? [];
        writer.Write(calibrator.Length);
        writer.Write(calibrator);
        _accuracy.Save(writer);
        _trust.Save(writer);
        _realised.Save(writer);
    }

    public void Restore(BinaryReader reader)
    {
        (_since, _taken) = (reader.ReadInt64(), reader.ReadInt64());
        for (var left = reader.ReadInt32(); left > 0; left--) _gathered.Add((reader.ReadInt64(), reader.ReadDouble(), reader.ReadByte()));
        _waiting.Restore(reader);
        var calibrator = reader.ReadBytes(reader.ReadInt32());
        _calibrated = calibrator.Length == 0 ? null : new CalibratedScores(CalibratorArtifact.Read(calibrator));
        _accuracy.Restore(reader);
        _trust.Restore(reader);
        _realised.Restore(reader);
    }

    private static bool Counts(RowRing ring, long row) => (ring.Flags(row) & (RowFlags.Served | RowFlags.Quarantined)) == RowFlags.Served;

    private void TakeRows(RowRing ring, long to)
    {
        if (_calibrated is null) return;

        for (_taken = Math.Max(_taken, ring.First); _taken < to; _taken++)
        {
            if (!Counts(ring, _taken)) continue;
            var score = ring.Value(_taken, -1);
            if (!task.IsScore(score)) continue;
            _accuracy.Update(_calibrated.Of(task.EventProbability(score)), task.EventAnswered(score));
            _realised.Add(_taken);
        }
    }

    /// <summary>One more of the first outcomes; with the last of them estimates begin, of the newest rows there are.</summary>
    private void Gather(RowRing ring, long vetted, long row, double score, byte label)
    {
        _gathered.Add((row, score, label));
        if (_gathered.Count < CalibrationOutcomes) return;

        double[] scores = [.. _gathered.Select(outcome => task.EventProbability(outcome.Score))];
        byte[] labels = [.. _gathered.Select(outcome => task.EventOf(outcome.Score, outcome.Label))];
        _calibrated = new CalibratedScores(PlattCalibrator.Fit(scores, labels));
        TakeRows(ring, vetted);
        foreach (var known in _gathered) _realised.Know(known.Row, task.IsRight(known.Score, known.Label));
        _gathered.Clear();
    }

    private void Compare(CalibratedScores calibrated, long row, double score, bool right)
    {
        _trust.Update(EstimatedAccuracy.ProbabilityRight(calibrated.Of(task.EventProbability(score)), task.EventAnswered(score)), right);
        _realised.Know(row, right);
    }
}
