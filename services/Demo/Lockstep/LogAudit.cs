using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Reads the log beside the services and counts what it holds: one bit per row and kind, however long the run.</summary>
internal sealed class LogAudit(IInferenceLog log) : IDisposable
{
    private ILogReader _reader = log.OpenReader();
    private readonly HashSet<string> _requests = new(StringComparer.Ordinal);
    private readonly RowSet _predictions = new();
    private readonly RowSet _outcomes = new();
    private readonly RowSet _staticOnes = new();
    // Of more than two classes: a byte a row instead of a bit.
    private byte[] _staticClasses = [];

    /// <summary>Prediction, outcome and request ids that stand in the log twice.</summary>
    public long Doubled { get; private set; }

    /// <summary>Different rows with an outcome.</summary>
    public long Outcomes => _outcomes.Count;

    /// <summary>Whether a prediction of the row is in the log.</summary>
    public bool HasPrediction(long row) => _predictions.Contains(row);

    /// <summary>What model 1 would have answered.</summary>
    public byte StaticAnswer(long row) => _staticOnes.Contains(row) ? (byte)1 : row < _staticClasses.Length ? _staticClasses[row] : (byte)0;

    /// <summary>Reads what was written since the last call.</summary>
    public void CatchUp()
    {
        while (_reader.TryRead(out var record))
        {
            if (record is PredictionBatch predictions)
                Take(predictions);
            else if (record is OutcomeBatch outcomes)
                Take(outcomes);
        }
    }

    /// <summary>Goes on where it stands with the log as another process has it open.</summary>
    public void Follow(IInferenceLog anew)
    {
        var next = _reader.NextOrdinal;
        _reader.Dispose();
        _reader = anew.OpenReader(next);
    }

    public void Dispose() => _reader.Dispose();

    private void Take(PredictionBatch batch)
    {
        if (batch.RequestId is { } id && !_requests.Add(id))
            Doubled++;
        for (var i = 0; i < batch.Count; i++)
        {
            var row = batch.FirstRow + i;
            if (!_predictions.Add(row))
                Doubled++;
            var answer = Evaluator.Decide(batch.StaticScores[i]);
            if (answer == 1)
                _staticOnes.Add(row);
            else if (answer > 1)
                Keep(row, answer);
        }
    }

    private void Keep(long row, byte answer)
    {
        if (row >= _staticClasses.Length)
            Array.Resize(ref _staticClasses, checked((int)Math.Max(row + 1, _staticClasses.LongLength * 2)));
        _staticClasses[row] = answer;
    }

    private void Take(OutcomeBatch batch)
    {
        foreach (var row in batch.Rows)
        {
            if (!_outcomes.Add(row))
                Doubled++;
        }
    }
}
