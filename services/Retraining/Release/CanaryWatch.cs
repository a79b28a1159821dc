using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Release;

/// <summary>Follows a canary on the scores that inference logged: both models score every row, so the same rows judge them at every share, and the evidence of one step goes on in the next.</summary>
internal sealed class CanaryWatch(ReleaseOptions releasing, StrategyOptions options, SerialErrors dependence) : IRowWatch
{
    private Race _race = new(0, releasing.Alpha, dependence);
    private AnswerShares? _answers;
    private SliceRaces? _slices;
    private AnswerTimes _times = new(options);
    private int _version, _champion, _stepRows, _stepServed, _served, _unscored;
    private long _since, _sequence, _seenTo, _unscoredRow;

    public void Take(RowFeed log, JudgedRow judged, RegistryState state)
    {
        var (rows, row) = (log.Rows!, judged.Row);
        if (!IsUnderWay(state) || !IsOfCanary(rows, row) || !IsScored(rows, row)) return;

        _race.Take(rows.Score(row), rows.ShadowScore(row), rows.Label(row));
        _slices ??= new SliceRaces(log.Schema!, options.SliceMargin, options.CanaryAlpha, releasing.ShadowAlpha);
        _slices.Take(rows.Values(row), rows.Score(row), rows.ShadowScore(row), rows.Label(row));
        if (row >= state.ServedSince) _stepRows++;
    }

    /// <returns>Null while no canary is under way.</returns>
    public CanaryStanding? Standing(RowFeed log, RegistryState state)
    {
        if (!IsUnderWay(state)) return null;

        Look(log, state.ServedSince);
        var isLate = _served >= options.LateAfterRows && _race.Standing.Rows < options.StepRows;
        return new CanaryStanding(_stepRows, _stepServed, _race.Standing, _unscored, _unscoredRow, isLate ? _answers?.Proven(dependence.Factor) : null)
        {
            Slice = _slices?.Worst(dependence.Factor),
            Times = _times.Standing(releasing.ShadowAlpha) is { Requests: > 0 } times ? times : null,
        };
    }

    /// <summary>Begins anew with another canary, and goes on with the next step of the same.</summary>
    private bool IsUnderWay(RegistryState state)
    {
        if (state.Release is not { Phase: ReleasePhase.Canary, Change: { Shadow: { } canary } change } || state.CanarySince is not { } since) return false;

        if ((_version, _since) != (canary.Version, since))
        {
            (_version, _since, _seenTo, _served, _unscored, _answers, _slices, _times) = (canary.Version, since, since, 0, 0, null, null, new AnswerTimes(options));
            _race = new Race(0, options.CanaryAlpha, dependence, releasing.ShadowAlpha);
        }

        if (_sequence != change.Sequence) (_sequence, _champion, _stepRows, _stepServed) = (change.Sequence, change.Champion.Version, 0, 0);
        return true;
    }

    /// <summary>Rows that came in since the last look, with or without an outcome. Those of the step begin once every process serves it: until then the canary answers a smaller share of them, or none.</summary>
    private void Look(RowFeed log, long? stepRow)
    {
        var rows = log.Rows!;
        _answers ??= new AnswerShares(log.Schema!.Task.Classes, options.ScoreShift, options.CanaryAlpha);
        for (var row = Math.Max(_seenTo, rows.First); row < rows.Next; row++)
        {
            if (!IsOfCanary(rows, row)) continue;
            // Both are measured, or neither.
            var (champion, canary) = rows.Took(row);
            if (champion > 0) _times.Take(champion, canary);
            if (double.IsNaN(rows.Score(row))) continue;
            if (double.IsNaN(rows.ShadowScore(row)))
            {
                if (_unscored++ == 0) _unscoredRow = row;
                continue;
            }

            _answers.Take(rows.ShadowScore(row), rows.Score(row));
            _served++;
            if (row >= stepRow) _stepServed++;
        }

        _seenTo = Math.Max(_seenTo, rows.Next);
    }

    private bool IsOfCanary(RowStore rows, long row) => row >= _since && rows.ShadowVersion(row) == _version && rows.Version(row) == _champion;

    private static bool IsScored(RowStore rows, long row) => !double.IsNaN(rows.Score(row)) && !double.IsNaN(rows.ShadowScore(row));
}
