using MonitoringDemo.Demo.Report;
using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>What was acknowledged and how right it was, held against the log step by step: a few bits a row, however long the run.</summary>
internal sealed class ServedRows(LogAudit log)
{
    private readonly RowSet _acknowledged = new();
    private readonly RowSet _answered = new();
    private readonly RowSet _right = new();
    private readonly BlockAccuracy _blocks = new();
    private long _next = -1;

    /// <summary>One past the last row that was sent.</summary>
    public long End => _next;

    /// <summary>Predictions acknowledged.</summary>
    public long Predictions { get; private set; }

    /// <summary>Acknowledged predictions that were not in the log by then.</summary>
    public long Missing { get; private set; }

    /// <summary>Acknowledged predictions whose id had been given before.</summary>
    public long Doubled { get; private set; }

    /// <summary>Rows and outcomes that were not answered with success.</summary>
    public long Failed { get; private set; }

    /// <summary>Outcomes acknowledged.</summary>
    public long Outcomes { get; private set; }

    /// <summary>What went wrong first; null when nothing did.</summary>
    public string? FirstFailure { get; private set; }

    /// <summary>Counts the rows that are new; the log has been read up to them.</summary>
    public void Take(PlayedRows played)
    {
        if (_next < 0)
            _next = played.FirstRow;
        for (; _next < played.FirstRow + played.Count; _next++)
        {
            var at = (int)(_next - played.FirstRow);
            Acknowledge(played.Ids[at]);
            if (played.Served[at] != PlayedRows.NoAnswer)
                Score(_next, played.Served[at] == played.Truth[at], log.StaticAnswer(played.Ids[at]) == played.Truth[at]);
        }

        (Failed, Outcomes, FirstFailure) = (played.Failed + played.FailedOutcomes, played.Outcomes, played.FirstFailure);
    }

    public ReportAccuracy Accuracy() => _blocks.Summarise();

    /// <summary>The fleet's accuracy on the rows [from, to); null when none was answered.</summary>
    public double? Between(long from, long to)
    {
        var (answered, right) = (0L, 0L);
        for (var row = from; row < to; row++)
        {
            answered += _answered.Contains(row) ? 1 : 0;
            right += _right.Contains(row) ? 1 : 0;
        }

        return answered == 0 ? null : (double)right / answered;
    }

    private void Acknowledge(long id)
    {
        if (id < 0)
            return;
        Predictions++;
        if (!_acknowledged.Add(id))
            Doubled++;
        else if (!log.HasPrediction(id))
            Missing++;
    }

    private void Score(long row, bool fleetRight, bool staticRight)
    {
        _answered.Add(row);
        if (fleetRight)
            _right.Add(row);
        _blocks.Add(row, fleetRight, staticRight);
    }
}
