using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Release;

/// <summary>One archived version against the champion: an e-detector of the row from which it is the better one.</summary>
/// <remarks>
/// Bets on the champion's squared error less the archived version's, as <see cref="AlwaysValidPairedTest"/>, but each bet begins anew when it has lost:
/// evidence of long ago neither helps nor hinders. The mean of such restarted bets reaches a level b no sooner than after b rows on average while
/// the archived version is no better (A. Shin, A. Ramdas and A. Rinaldo, "E-detectors", New England Journal of Statistics in Data Science 2, 2024).
/// </remarks>
internal sealed class ArchivedRival
{
    private const double Margin = 0.005;
    private static readonly double[] Bets = [0.9, 0.5, 0.2];

    private readonly IModel _model;
    private readonly SerialErrors _dependence;
    private readonly double _needed;
    private readonly double[] _wealth = [1, 1, 1];
    private int _rows, _right, _championRight;

    public ArchivedRival(VersionRecord version, int champion, IModel model, double runLength, SerialErrors dependence)
    {
        (Version, TrainedToRow, Champion, _model) = (version.Version, version.TrainedToRow, champion, model);
        (_dependence, _needed) = (dependence, Deterministic.Log(runLength));
    }

    public int Version { get; }

    public int Champion { get; }

    public long TrainedToRow { get; }

    /// <summary>In nats.</summary>
    public double Evidence => Deterministic.Log((_wealth[0] + _wealth[1] + _wealth[2]) / Bets.Length) / _dependence.Factor;

    public bool IsProven => Evidence >= _needed;

    public ArchivedStanding Standing => new(Version, _rows, Share(_right), Share(_championRight));

    public void Take(double championScore, ReadOnlySpan<double> values, byte label)
    {
        var score = _model.Score(values);
        var gain = PairedLoss.Brier(championScore, score, label) - Margin;
        var began = true;
        for (var i = 0; i < Bets.Length; i++)
        {
            // Once proven it says so until somebody acts; more than this no decision needs.
            _wealth[i] = Math.Min(1e60, Math.Max(1, _wealth[i]) * (1 + (Bets[i] * gain)));
            began &= _wealth[i] < 1;
        }

        if (began) (_rows, _right, _championRight) = (0, 0, 0);
        _rows++;
        _right += Evaluator.Decide(score) == label ? 1 : 0;
        _championRight += Evaluator.Decide(championScore) == label ? 1 : 0;
    }

    private double Share(int right) => (double)right / Math.Max(1, _rows);
}
