using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Train;

/// <summary>A way of training anew: a recipe on so many of the newest rows, with the model that it made last and how it does on rows that came later.</summary>
/// <remarks>
/// What races is the habit, not one model: a fresh model takes over from the one before and the evidence goes on. Each row is scored by a model that
/// was trained before it came, which is all that an always-valid test asks for.
/// </remarks>
internal sealed class Habit(Recipe recipe, int window)
{
    // The loss is a mean over about so many of the newest rows.
    private const double Memory = 1_000;
    private double _loss, _weight;
    private Race? _long, _short;

    public Recipe Recipe => recipe;

    public int Window => window;

    /// <summary>Null until something could be trained.</summary>
    public Trained? Model { get; private set; }

    /// <summary>Against the champion, the longer race or the one since the newest training, whichever says more; null while none is run.</summary>
    public Race? Race => _long is not null && (_short is null || _long.Evidence >= _short.Evidence) ? _long : _short;

    /// <summary>Rows since the newest model was trained and the champion serves.</summary>
    public List<long> Since { get; } = [];

    /// <summary>Squared error a row on the newest rows, whichever of its models scored them; infinite without any.</summary>
    public double Loss => _weight < 1 ? double.PositiveInfinity : _loss / _weight;

    public void Take(long row, double championScore, ReadOnlySpan<double> values, byte label)
    {
        if (Model is null || row < Model.ToRow) return;

        var score = Model.Model.Score(values);
        _long?.Take(championScore, score, label);
        _short?.Take(championScore, score, label);
        (_loss, _weight) = ((_loss * (1 - (1 / Memory))) + PairedLoss.Squared(score, label), (_weight * (1 - (1 / Memory))) + 1);
        Since.Add(row);
    }

    /// <summary>A fresh model takes over. A race that shows promise goes on with it; and another begins, which a time when training anew brought nothing cannot weigh down.</summary>
    /// <param name="race">The one to begin; null for none.</param>
    public void TakeOver(Trained model, Race? race)
    {
        (Model, _long, _short) = (model, Race is { IsPromising: true } promising ? promising : null, race);
        Since.Clear();
    }

    /// <summary>Another champion: the evidence begins anew, the model stays.</summary>
    public void RaceAnew(Race? race)
    {
        (_long, _short) = (null, race);
        Since.Clear();
    }

    /// <summary>Nothing that it learned or showed counts any more.</summary>
    public void Forget()
    {
        (Model, _long, _short, _loss, _weight) = (null, null, null, 0, 0);
        Since.Clear();
    }
}
