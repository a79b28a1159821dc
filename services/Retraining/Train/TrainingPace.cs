using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Train;

/// <summary>When the standing challengers are due, in clean outcomes: seldom in quiet times, sooner when something may have changed, and while training anew is trusted as often as it pays.</summary>
internal sealed class TrainingPace(ChallengerOptions options, JudgingOptions judging)
{
    // Squared error a row for which training every ChallengerEvery rows is about right; twice as much pays for twice as often.
    private const double MuchGain = 0.01;

    private readonly Suspicion _suspicion = new(options.SuspicionRunLength);
    private long _foundAt;
    private int _since;
    private bool _isHurried;

    /// <summary>Rows between two trainings.</summary>
    public int Every { get; private set; } = options.ChallengerEvery;

    public bool IsDue => _since >= Every;

    /// <summary>Nothing has shown promise for a while.</summary>
    public bool IsSlow => Every > options.ChallengerEvery;

    /// <summary>Something that hurts, or may, has been open since this champion began.</summary>
    public bool IsFound { get; private set; }

    /// <summary>An outcome, of whichever version's answer.</summary>
    public void Count() => _since++;

    public void Trained() => (_since, _isHurried) = (0, false);

    /// <summary>Nothing that was learned counts any more.</summary>
    public void Restart()
    {
        Trained();
        Every = options.ChallengerEvery;
    }

    /// <summary>A version of its own serves from now on.</summary>
    public void Released()
    {
        Trained();
        Forget();
    }

    /// <summary>Somebody else's version serves from now on. The world is likely another one: what the challengers know is soon to be learned anew, unless a version came back that knows it.</summary>
    public void Follow(bool cameBack)
    {
        var waited = cameBack ? 0 : Math.Max(_since, options.ChallengerEvery - judging.LeastHoldout);
        Restart();
        _since = waited;
        Forget();
    }

    /// <summary>An answer of the champion.</summary>
    /// <param name="isTrusted">Training anew is trusted: then what it brings sets the pace.</param>
    public void Answered(bool wrong, bool isTrusted)
    {
        if (_suspicion.Take(wrong) && !isTrusted) Hurry(0);
    }

    /// <summary>What is open now: a newer finding is a reason to train sooner, once.</summary>
    /// <param name="foundAt">The newest row at which something was found that hurts, or may; null when nothing is open.</param>
    /// <param name="nextRow">One past the last row read.</param>
    /// <inheritdoc cref="Answered"/>
    public void Found(long? foundAt, long nextRow, bool isTrusted)
    {
        if (foundAt is not { } at) return;
        if (at > _foundAt && !isTrusted) Hurry(nextRow - at);
        (IsFound, _foundAt) = (true, Math.Max(_foundAt, at));
    }

    /// <summary>As often as it pays: where little is gained, the next version comes later.</summary>
    /// <param name="gain">Squared error a row that training anew saves.</param>
    public void Pays(double gain) => Every = gain < options.ChallengerMargin
        ? Math.Max(Every, Math.Min(options.TrustedEveryAtMost, 2 * Every))
        : Math.Clamp((int)(options.ChallengerEvery * MuchGain / gain), options.TrustedEveryAtLeast, options.ChallengerEvery);

    /// <summary>A race shows promise.</summary>
    public void GoOn() => Every = options.ChallengerEvery;

    /// <summary>None did.</summary>
    public void SlowDown() => Every = Math.Max(Every, Math.Min(options.ChallengerEveryAtMost, 2 * Every));

    private void Forget()
    {
        IsFound = false;
        _suspicion.Reset();
    }

    /// <summary>It is time to train, as soon as there are some rows of what may have changed and no archived version has answered it by then.</summary>
    /// <param name="rows">How many there are.</param>
    private void Hurry(long rows)
    {
        Every = Math.Min(Every, options.ChallengerEvery);
        // Once between two trainings: where findings follow one another, waiting for each would be waiting without end.
        if (_isHurried) return;

        _isHurried = true;
        _since = (int)(Every - judging.LeastHoldout + Math.Min(rows, judging.LeastHoldout));
    }
}
