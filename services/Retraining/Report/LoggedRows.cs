using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Report;

/// <summary>A stretch of the log: values, outcomes, and whether the fleet and the first model were right.</summary>
internal sealed class LoggedRows
{
    private readonly double[]?[] _values;
    private readonly byte?[] _labels;
    private readonly double[] _scores;
    private readonly double[] _twin;

    private LoggedRows(long from, long to)
    {
        From = from;
        var count = (int)(to - from);
        (_values, _labels, _scores, _twin) = (new double[]?[count], new byte?[count], new double[count], new double[count]);
        _scores.AsSpan().Fill(double.NaN);
        _twin.AsSpan().Fill(double.NaN);
    }

    public FeatureSchema? Schema { get; private set; }

    public long From { get; }

    /// <summary>One past the last row that the log held.</summary>
    public long To { get; private set; }

    /// <summary>Rows in the log from <see cref="From"/> on.</summary>
    public int Held => _values.Count(row => row is not null);

    public string Words => Held == 0
        ? "it holds none of these rows any more."
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rows {From:N0} to {To:N0}, {Held:N0} of them still held, {_labels.Count(label => label is not null):N0} with an outcome.");

    /// <summary>Reads [from, to), or as much of it as the log holds.</summary>
    /// <exception cref="CorruptLogException">A record is damaged.</exception>
    public static LoggedRows Read(IInferenceLog log, long from, long to)
    {
        var rows = new LoggedRows(from, Math.Max(from, to)) { To = from };
        using var reader = log.OpenReader(0, TruncatedReads.Skip);
        while (reader.TryRead(out var record))
        {
            if (reader.HasSchema) rows.Schema ??= SchemaJson.Read(reader.Schema.Span);
            rows.Take(record);
        }

        return rows;
    }

    /// <summary>The values of one feature in [from, to), missing ones as NaN; rows that the log no longer holds are left out.</summary>
    public double[] Column(int feature, long from, long to) => [.. Between(from, to).Where(i => _values[i] is not null).Select(i => _values[i]![feature])];

    /// <summary>Of each row in [from, to) that was served and has its outcome: whether the fleet was right, and whether the first model would have been.</summary>
    public IEnumerable<(long Row, bool Fleet, bool Twin)> Right(long from, long to) =>
        Between(from, to).Where(i => _labels[i] is not null && !double.IsNaN(_scores[i]))
            .Select(i => (From + i, Evaluator.Decide(_scores[i]) == _labels[i], Evaluator.Decide(_twin[i]) == _labels[i]));

    /// <summary>The rows with an outcome, in order; null when there is none.</summary>
    public DataSet? Labelled()
    {
        var known = Between(From, To).Where(i => _values[i] is not null && _labels[i] is not null).ToList();
        return known.Count == 0 || Schema is null ? null
            : new DataSet(Schema, [.. known.SelectMany(i => _values[i]!)], [.. known.Select(i => _labels[i]!.Value)], [.. known.Select(i => From + i)]);
    }

    private IEnumerable<int> Between(long from, long to)
    {
        var (first, last) = (Math.Max(from, From) - From, Math.Min(to, To) - From);
        for (var i = first; i < last; i++) yield return (int)i;
    }

    private void Take(LogRecord record)
    {
        switch (record)
        {
            case HistoryBatch history:
                for (var i = 0; i < history.Count; i++)
                {
                    if (TryPut(history.FirstRow + i, history.Features.AsSpan(i * history.FeatureCount, history.FeatureCount), out var at)) _labels[at] = history.Labels[i];
                }

                break;
            case PredictionBatch served:
                for (var i = 0; i < served.Count; i++)
                {
                    if (TryPut(served.FirstRow + i, served.Row(i), out var at)) (_scores[at], _twin[at]) = (served.Scores[i], served.StaticScores[i]);
                }

                break;
            case OutcomeBatch outcomes:
                for (var i = 0; i < outcomes.Count; i++)
                {
                    if (outcomes.Rows[i] - From is var at && at >= 0 && at < _labels.Length) _labels[at] = outcomes.Labels[i];
                }

                break;
        }
    }

    private bool TryPut(long row, ReadOnlySpan<double> values, out int at)
    {
        at = (int)Math.Clamp(row - From, -1, _values.Length);
        if (at < 0 || at >= _values.Length) return false;
        _values[at] = values.ToArray();
        To = Math.Max(To, row + 1);
        return true;
    }
}
