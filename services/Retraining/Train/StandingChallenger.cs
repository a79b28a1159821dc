using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Train;

/// <summary>
/// Slow drift has no onset to find. So every few hundred to few thousand rows a model is trained on the newest ones and scored here,
/// beside the logged answers of the champion, on rows that come after: routine, and only a proof makes it news.
/// </summary>
/// <remarks>
/// What races is the habit of training on the newest rows: as long as that shows promise, a fresh model takes over from the one
/// before and the evidence goes on. Each row is scored by a model that was trained before it came, which is all that an
/// always-valid test asks for. A model that had to prove itself alone would be old by the time that it could.
/// </remarks>
internal sealed class StandingChallenger(RetrainingOptions options, Laboratory laboratory)
{
    private readonly List<long> _since = [];
    private Trained? _model;
    private Race? _race;
    private int _champion;
    private int _sinceTraining;
    private int _every = options.ChallengerEvery;

    /// <summary>Null while none runs, and while the newest model has too few rows behind it for the gates.</summary>
    public RaceStanding? Standing => _since.Count < options.LeastHoldout ? null : _race?.Standing;

    /// <summary>The newest model, with the rows since it was trained as holdout.</summary>
    public Trained Model(LogFollower log) => _model! with { Holdout = CleanRows.ToDataSet(log, [.. _since.Where(log.Rows!.Holds)]) };

    /// <summary>Begins anew: another champion serves, or rows turned out to be broken.</summary>
    public void Reset()
    {
        (_model, _race, _sinceTraining, _every) = (null, null, 0, options.ChallengerEvery);
        _since.Clear();
    }

    /// <summary>True when a quarantine covers rows that it was trained or raced on.</summary>
    public bool HasLearnedFrom(QuarantinedRows range) =>
        _model is not null && (range.To is null || range.To > _model.FromRow) && range.From < Math.Max(_model.ToRow, _since.Count > 0 ? _since[^1] + 1 : 0);

    public void Take(RowStore rows, long row, int champion)
    {
        if (champion != _champion)
        {
            Reset();
            _champion = champion;
        }

        _sinceTraining++;
        if (_race is null || row < _model!.ToRow || rows.Version(row) != champion) return;
        _race.Take(rows.Score(row), _model.Model.Score(rows.Values(row)), rows.Label(row));
        _since.Add(row);
    }

    /// <summary>Trains the next one when it is time.</summary>
    /// <param name="findingsAreOpen">Something was found: then it is time sooner.</param>
    public void TrainWhenDue(LogFollower log, RegistryState state, bool findingsAreOpen)
    {
        if (findingsAreOpen) _every = options.ChallengerEvery;
        if (_sinceTraining < _every) return;

        var goesOn = _race is { IsPromising: true };
        // A fresh model begins with no rows for the gates: where they want many, none would ever have enough.
        if (goesOn && _since.Count < options.LeastHoldout) return;

        _sinceTraining = 0;
        if (goesOn) _every = options.ChallengerEvery;
        else if (_race is not null && !findingsAreOpen) _every = Math.Max(_every, Math.Min(options.ChallengerEveryAtMost, 2 * _every));
        Train(log, state, goesOn);
    }

    private void Train(LogFollower log, RegistryState state, bool goesOn)
    {
        // Where no training succeeds for long, they would only add up.
        _since.RemoveAll(row => !log.Rows!.Holds(row));
        var clean = CleanRows.Newest(log, state, options.ChallengerWindow);
        if (clean.Count < options.RowsToRetrain) return;

        var rows = CleanRows.ToDataSet(log, clean);
        var seed = SplitMix64.Mix(options.Seed, (ulong)log.NextRow);
        try
        {
            var recipe = laboratory.ForChallengerOf(state.Champion!);
            _model = new Trained(laboratory.Train(recipe, rows, seed), recipe, seed, rows, rows.Slice(0, 0));
            if (!goesOn) _race = new Race(options.ChallengerMargin, options.ChallengerAlpha);
            _since.Clear();
        }
        catch (TrainingException)
        {
            // One class only, for instance: the next rows may be better.
        }
    }
}
