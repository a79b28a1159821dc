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
    private readonly List<long> _races = [];
    private Trained? _model;
    private Race? _race;
    private int _champion;
    private int _sinceTraining;

    /// <summary>Null while none runs.</summary>
    public RaceStanding? Standing => _race?.Standing;

    /// <summary>The model, with the rows it was raced on as holdout.</summary>
    public Trained Model(LogFollower log) => _model! with { Holdout = CleanRows.ToDataSet(log, [.. _races.Where(log.Rows!.Holds)]) };

    /// <summary>Begins anew: another champion serves, or rows turned out to be broken.</summary>
    public void Reset() => (_model, _race, _sinceTraining) = (null, null, 0);

    /// <summary>True when a quarantine covers rows that it was trained or raced on.</summary>
    public bool HasLearnedFrom(QuarantinedRows range) => _model is not null && (range.To is null || range.To > _model.FromRow) && range.From < long.MaxValue
        && (range.From < _model.ToRow || (_races.Count > 0 && range.From <= _races[^1]));

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

    /// <summary>Trains the next one when it is time and the last one shows no promise.</summary>
    public bool TrainWhenDue(LogFollower log, RegistryState state)
    {
        if (_sinceTraining < options.ChallengerEvery || _race is { IsPromising: true }) return false;

        _sinceTraining = 0;
        var clean = CleanRows.Between(log, state, Math.Max(0, log.JudgedTo - (2L * options.ChallengerWindow)), long.MaxValue);
        if (clean.Count < options.RowsToRetrain) return false;

        var rows = CleanRows.ToDataSet(log, [.. clean.Skip(Math.Max(0, clean.Count - options.ChallengerWindow))]);
        var seed = Learning.Numerics.SplitMix64.Mix(options.Seed, (ulong)log.NextRow);
        try
        {
            var model = laboratory.Trainer(options.Trainer).Train(rows, Trained.Parameters, seed);
            _model = new Trained(model, options.Trainer, seed, rows, rows.Slice(0, 0));
            _race = new Race(options.ChallengerMargin, options.Alpha);
            _races.Clear();
            return true;
        }
        catch (Learning.TrainingException)
        {
            // One class only, for instance: the next rows may be better.
            return false;
        }
    }
}
