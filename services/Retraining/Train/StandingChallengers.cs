using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Train;

/// <summary>
/// Slow drift has no onset to find. So every few hundred to few thousand rows models are trained on the newest ones and scored here,
/// beside the logged answers of the champion, on rows that come after: routine, and only a proof makes it news.
/// </summary>
/// <remarks>
/// Training anew is a procedure, and it earns trust as one: once it has beaten keeping the champion in an always-valid test, its next versions need
/// no proof of their own. They are held against the model that would have been kept, and when that would have done better, trust is gone.
/// </remarks>
internal sealed class StandingChallengers(
    ChallengerOptions options,
    TrainingOptions training,
    JudgingOptions judging,
    Recipes recipes,
    ChallengerTraining trainings,
    SignedArtifacts artifacts,
    SerialErrors dependence) : IRowWatch
{
    // After so many versions the model that they are held against is renewed: an ever older one would make trust cheap.
    private const int VersionsToRenewal = 3;

    private const int LeastRowsToJudge = 25;

    private readonly Habit[] _habits = [.. ChallengerWindowsCheck.Read(options).SelectMany(window => recipes.For(training.Trainer).Select(recipe => new Habit(recipe, window)))];
    private readonly TrainingPace _pace = new(options, judging);
    private KeptModel? _kept;
    private bool _isTrusted;
    private Habit? _fresh;
    private int _champion;
    private int _versions;

    /// <summary>How often they were trained.</summary>
    public long Trainings { get; private set; }

    /// <summary>Null while none is proven or races, and while the newest model has too few rows behind it for the gates.</summary>
    public RaceStanding? Standing => Proven is { } proven ? proven.Race!.Standing with { ProvenBetter = true } : _habits.FirstOrDefault(habit => habit.Race is not null && habit.Since.Count >= judging.LeastHoldout)?.Race!.Standing;

    /// <summary>What trust has brought, where the next version is trained and due.</summary>
    public TrustStanding? Refresh => _kept is { } kept && _fresh is not null ? new TrustStanding(kept.Version, kept.Rows, kept.MeanGain, _fresh.Model!.ToRow) : null;

    private Habit? Proven => _habits.Where(habit => habit.Race is { } race && habit.Since.Count >= judging.LeastHoldout && IsProven(race.Standing)).MinBy(habit => habit.Loss);

    /// <summary>The model to be released, with rows that it was not trained on.</summary>
    public Trained Model(RowFeed log, bool isTrusted)
    {
        var habit = isTrusted ? _fresh! : Proven!;
        return isTrusted ? habit.Model! : habit.Model! with { Holdout = CleanRows.ToDataSet(log, [.. habit.Since.Where(log.Rows!.Holds)]) };
    }

    /// <summary>Begins anew: what was learned is not to be trusted.</summary>
    public void Reset()
    {
        (_isTrusted, _kept, _fresh, _versions) = (false, null, null, 0);
        _pace.Restart();
        foreach (var habit in _habits) habit.Forget();
    }

    /// <summary>True when a quarantine covers rows that one was trained or raced on.</summary>
    public bool HasLearnedFrom(QuarantinedRows range) => _habits.Any(habit =>
        habit.Model is { } model && (range.To is null || range.To > model.FromRow) && range.From < Math.Max(model.ToRow, habit.Since.Count > 0 ? habit.Since[^1] + 1 : 0));

    /// <summary>What it wanted released was put to the gates.</summary>
    /// <param name="champion">The version that serves now.</param>
    /// <param name="before">The one before.</param>
    /// <param name="passed">Whether it serves.</param>
    public void Judged(int champion, VersionRecord before, bool passed)
    {
        if (!passed)
        {
            // This model was refused, by name; the next one is another.
            _fresh = null;
            foreach (var habit in _habits.Where(habit => habit.Race is not null)) habit.RaceAnew(NewRace());
            return;
        }

        // One win over a first model may be that model's bad luck: with nothing found, trust begins with the second.
        _isTrusted |= _pace.IsFound || before.Trigger != "seed";
        // Trust begins, or its yardstick is renewed.
        if (_isTrusted && (_kept is null || ++_versions >= VersionsToRenewal)) (_kept, _versions) = (new KeptModel(before.Version, artifacts.Load(before.Sha256)), 0);
        (_fresh, _champion) = (null, champion);
        _pace.Released();
        foreach (var habit in _habits) habit.RaceAnew(null);
    }

    public void Take(RowFeed log, JudgedRow judged, RegistryState state)
    {
        var (rows, row, champion) = (log.Rows!, judged.Row, state.Release!.Change.Champion.Version);
        Follow(champion);
        _pace.Count();
        if (rows.Version(row) != champion) return;

        var (score, label) = (rows.Score(row), rows.Label(row));
        var values = rows.Values(row);
        foreach (var habit in _habits) habit.Take(row, score, values, label);
        _kept?.Take(score, values, label);
        _pace.Answered(Evaluator.Decide(score) != label, isTrusted: _kept is not null);
    }

    public void Follow(RegistryState state)
    {
        if (state.Champion is { } champion) Follow(champion.Version);
    }

    /// <summary>Somebody else's release: the models stay, and prove themselves against another champion.</summary>
    private void Follow(int champion)
    {
        if (champion == _champion) return;

        if (_champion != 0) _pace.Follow(cameBack: champion < _champion);
        (_champion, _kept, _fresh, _versions) = (champion, null, null, 0);
        foreach (var habit in _habits) habit.RaceAnew(habit.Model is null ? null : NewRace());
    }

    /// <summary>Trains the next ones when it is time.</summary>
    /// <param name="foundAt">The newest row at which something was found that hurts, or may; null when nothing is open.</param>
    /// <returns>True when the next version is there, and may be released at once.</returns>
    public bool TrainWhenDue(RowFeed log, RegistryState state, long? foundAt)
    {
        _pace.Found(foundAt, log.NextRow, isTrusted: _kept is not null);
        if (!_pace.IsDue) return false;

        if (_kept is { } kept)
        {
            // Late outcomes: nothing is known yet beside the model that was kept.
            if (kept.Rows < LeastRowsToJudge) return false;
            _pace.Pays(kept.MeanGain);
            // The model that was kept would have done better: nothing is trusted any more, and all begins with a proof.
            if (kept.MeanGain < 0) Distrust();
            else Train(log, state, Math.Clamp(_pace.Every / 5, judging.LeastHoldoutAfterCollapse, judging.LeastHoldout), _habits);
            return _fresh is not null;
        }

        var goesOn = _habits.Any(habit => habit.Race is { IsPromising: true });
        // A fresh model begins with no rows for the gates: where they want many, none would ever have enough.
        if (goesOn && _habits.Any(habit => habit.Race is { IsPromising: true } && habit.Since.Count < judging.LeastHoldout)) return false;

        if (goesOn) _pace.GoOn();
        else if (_habits.Any(habit => habit.Race is not null)) _pace.SlowDown();
        var mayAllRace = _isTrusted || foundAt is not null;
        Train(log, state, holdout: 0, mayAllRace ? _habits : trainings.Alike(_habits, state.Champion!, isQuiet: !goesOn && _pace.IsSlow));
        return false;
    }

    private Race NewRace() => new(_isTrusted ? 0 : options.ChallengerMargin, options.ChallengerAlpha, dependence);

    /// <summary>A trusted procedure only has to look better than the champion; any other has to be proven better.</summary>
    private bool IsProven(RaceStanding race) => race.ProvenBetter || (_isTrusted && race.Rows >= judging.LeastHoldout && race.MeanGain > race.StandardError);

    private void Distrust()
    {
        (_isTrusted, _kept, _fresh, _versions) = (false, null, null, 0);
        foreach (var habit in _habits) habit.RaceAnew(habit.Model is null ? null : NewRace());
    }

    private void Train(RowFeed log, RegistryState state, int holdout, IReadOnlyList<Habit> habits)
    {
        _pace.Trained();
        Trainings++;
        var best = _habits.MinBy(habit => habit.Loss);
        foreach (var habit in habits)
        {
            // Where no training succeeds for long, they would only add up.
            habit.Since.RemoveAll(row => !log.Rows!.Holds(row));
            if (trainings.TryTrain(habit, log, state, holdout, _isTrusted) is not { } trained) continue;
            habit.TakeOver(trained, _kept is not null ? null : NewRace());
            if (_kept is not null && habit == best) _fresh = habit;
        }
    }
}
