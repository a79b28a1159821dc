using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Train;

/// <summary>
/// Slow drift has no onset to find. So every few thousand rows a model is trained on the newest ones and scored here, beside
/// the logged answers of the champion, on rows that come after: routine, and only a proof makes it news.
/// </summary>
internal sealed class StandingChallenger(RetrainingOptions options, Laboratory laboratory)
{
    private const int MostTerms = 4;
    private readonly List<long> _races = [];
    private Trained? _model;
    private Race? _race;
    private int _champion;
    private int _sinceTraining;
    private int _every = options.ChallengerEvery;
    private int _terms;

    /// <summary>Null while none runs.</summary>
    public RaceStanding? Standing => _race?.Standing;

    /// <summary>The model, with the rows it was raced on as holdout.</summary>
    public Trained Model(LogFollower log) => _model! with { Holdout = CleanRows.ToDataSet(log, [.. _races.Where(log.Rows!.Holds)]) };

    /// <summary>Begins anew: another champion serves, or rows turned out to be broken.</summary>
    public void Reset() => (_model, _race, _sinceTraining, _every) = (null, null, 0, options.ChallengerEvery);

    /// <summary>True when a quarantine covers rows that it was trained or raced on.</summary>
    public bool HasLearnedFrom(QuarantinedRows range) =>
        _model is not null && (range.To is null || range.To > _model.FromRow) && range.From < Math.Max(_model.ToRow, _races.Count > 0 ? _races[^1] + 1 : 0);

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
        _races.Add(row);
    }

    /// <summary>Trains the next one when it is time, unless the last one shows promise.</summary>
    /// <param name="findingsAreOpen">Something was found: then it is time sooner.</param>
    public void TrainWhenDue(LogFollower log, RegistryState state, bool findingsAreOpen)
    {
        if (findingsAreOpen) _every = options.ChallengerEvery;
        if (_sinceTraining < _every) return;

        _sinceTraining = 0;
        if (_race is { IsPromising: true } && ++_terms < MostTerms)
        {
            _every = options.ChallengerEvery;
            return;
        }

        if (_race is { IsPromising: false } && !findingsAreOpen) _every = Math.Min(options.ChallengerEveryAtMost, 2 * _every);
        Train(log, state);
    }

    private void Train(LogFollower log, RegistryState state)
    {
        var clean = CleanRows.Newest(log, state, options.ChallengerWindow);
        if (clean.Count < options.RowsToRetrain) return;

        var rows = CleanRows.ToDataSet(log, clean);
        var seed = SplitMix64.Mix(options.Seed, (ulong)log.NextRow);
        try
        {
            var recipe = laboratory.ForChallengerOf(state.Champion!);
            _model = new Trained(laboratory.Train(recipe, rows, seed), recipe, seed, rows, rows.Slice(0, 0));
            _race = new Race(options.ChallengerMargin, options.ChallengerAlpha);
            _terms = 0;
            _races.Clear();
        }
        catch (TrainingException)
        {
            // One class only, for instance: the next rows may be better.
        }
    }
}
