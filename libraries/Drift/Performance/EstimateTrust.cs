using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Performance;

/// <summary>
/// Says when estimated performance can no longer be trusted: the answers are right more rarely, or more often, than their
/// calibrated probabilities said, beyond chance and a margin. That is concept drift, whatever the inputs look like. May be asked
/// after every outcome, for ever: it is ever wrong with probability at most <c>alpha</c>.
/// </summary>
/// <remarks>
/// <para>
/// H0: given the past, each answer is right with a probability within <c>margin</c> of what was estimated, p. Against "more rarely"
/// a row multiplies evidence by the likelihood ratio of q = (1 − share) (p − margin) to p − margin, against "more often"
/// likewise with wrong for right; under H0 the expectation of each factor is at most 1. Ratios for several shares are
/// averaged, and so are starts: of one unit of evidence F(t) − F(t + 1) starts with outcome t, F(t) = 1 / (1 + ln t), so that a
/// change after a long calm is found nearly as fast as one at the start. The whole is a supermartingale that begins at 1;
/// by Ville's inequality it ever reaches 1 / alpha with probability at most alpha.
/// </para>
/// <para>
/// S. Arnold, A. Henzi, J. F. Ziegel, "Sequentially valid tests for forecast calibration", Annals of Applied Statistics 17
/// (2023); J. Shin, A. Ramdas, A. Rinaldo, "E-detectors" (2022), for the mixture over starts; J. Ville, "Étude critique de la
/// notion de collectif" (1939). It takes outcomes in the order of their arrival, so an outcome's delay must not depend on
/// what it is: where hits are known earlier than misses, wait until both would be known.
/// </para>
/// <para>
/// The calibrator's own error counts. For a margin of 0.02 fit isotonic regression on 2,000 rows or more, Platt scaling on 1,000;
/// with fewer, widen the margin.
/// </para>
/// A handful of multiplications per outcome, no allocation; not thread-safe.
/// </remarks>
/// <example><code>
/// trust.Update(EstimatedAccuracy.ProbabilityRight(calibrator.Calibrate(score), answered), answered == label);
/// if (trust.IsBroken) { /* do not lean on estimates; trust.IsTooHigh says which way they err */ }
/// </code></example>
public sealed class EstimateTrust
{
    private const double Largest = 1e200;

    // Which share of the right answers turns wrong, or of the wrong ones right.
    private static readonly double[] Shares = [0.04, 0.08, 0.15, 0.3, 0.5, 0.75];

    private readonly double _limit;
    private readonly double[] _rarer = new double[Shares.Length];
    private readonly double[] _moreOften = new double[Shares.Length];
    private double _estimated;

    // Spent(Count + 1), for a logarithm is the dearest part of an update.
    private double _spent = 1;
    private long _right;

    /// <summary>Starts a check.</summary>
    /// <param name="alpha">Chance of ever being wrong, in (0, 1).</param>
    /// <param name="margin">How far an estimate may be off without being called broken, as a probability in [0, 0.5): no calibrator is perfect.</param>
    public EstimateTrust(double alpha = 0.01, double margin = 0.02)
    {
        if (!(alpha > 0 && alpha < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The chance of being wrong lies between 0 and 1.");
        if (!(margin >= 0 && margin < 0.5)) throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin lies between 0 and 0.5.");
        (_limit, Alpha, Margin) = (1 / alpha, alpha, margin);
    }

    /// <summary>Chance of ever being wrong.</summary>
    public double Alpha { get; }

    /// <summary>How far an estimate may be off.</summary>
    public double Margin { get; }

    /// <summary>Outcomes compared with their estimate.</summary>
    public long Count { get; private set; }

    /// <summary>Mean estimated probability of a right answer since the start; NaN before any outcome.</summary>
    public double Estimated => Count == 0 ? double.NaN : _estimated / Count;

    /// <summary>Share of answers that were right since the start; NaN before any outcome.</summary>
    public double Realised => Count == 0 ? double.NaN : (double)_right / Count;

    /// <summary>The evidence now; its mean is at most 1 while estimates are right.</summary>
    public double Evidence { get; private set; } = 1;

    /// <summary>Whether the evidence ever reached 1 / alpha; stays until <see cref="Reset"/>.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Which way the evidence points: true when estimates are too high, the model does worse than it says.</summary>
    public bool IsTooHigh { get; private set; }

    /// <summary>Takes the outcome of one row; what is no probability changes nothing.</summary>
    /// <param name="probabilityRight">The calibrated probability, known before the outcome, that the answer is right.</param>
    /// <param name="right">Whether it was.</param>
    public void Update(double probabilityRight, bool right)
    {
        if (!(probabilityRight >= 0 && probabilityRight <= 1)) return;

        Count++;
        _estimated += probabilityRight;
        if (right) _right++;

        var next = Spent(Count + 1);
        var starting = (next - _spent) / (_spent * next);
        _spent = next;
        var rarer = Bet(_rarer, starting, probabilityRight - Margin, right);
        var moreOften = Bet(_moreOften, starting, 1 - probabilityRight - Margin, !right);
        Evidence = 1 / next + (rarer + moreOften) / (2 * Shares.Length);
        if (IsBroken) return;
        (IsBroken, IsTooHigh) = (Evidence >= _limit, rarer >= moreOften);
    }

    /// <summary>Starts again: another model, or another calibrator.</summary>
    public void Reset()
    {
        (Count, _estimated, _right, Evidence, IsBroken, IsTooHigh) = (0, 0, 0, 1, false, false);
        _spent = 1;
        Array.Clear(_rarer);
        Array.Clear(_moreOften);
    }

    /// <summary>Writes the whole state, so that <see cref="Restore"/> goes on with the same results.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Count);
        writer.Write(_estimated);
        writer.Write(_right);
        writer.Write(Evidence);
        writer.Write(IsBroken);
        writer.Write(IsTooHigh);
        foreach (var evidence in _rarer) writer.Write(evidence);
        foreach (var evidence in _moreOften) writer.Write(evidence);
    }

    /// <summary>Takes over what <see cref="Save"/> of a check with the same parameters wrote.</summary>
    public void Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (Count, _estimated, _right) = (reader.ReadInt64(), reader.ReadDouble(), reader.ReadInt64());
        _spent = Spent(Count + 1);
        (Evidence, IsBroken, IsTooHigh) = (reader.ReadDouble(), reader.ReadBoolean(), reader.ReadBoolean());
        for (var i = 0; i < Shares.Length; i++) _rarer[i] = reader.ReadDouble();
        for (var i = 0; i < Shares.Length; i++) _moreOften[i] = reader.ReadDouble();
    }

    // The evidence that an event has become rarer than its probability at least is.
    private static double Bet(double[] evidence, double starting, double least, bool happened)
    {
        var total = 0.0;
        var odds = least / (1 - least);
        for (var i = 0; i < evidence.Length; i++)
        {
            // What cannot happen cannot become rarer: such a row says nothing.
            var factor = !(least > 0) ? 1 : happened ? 1 - Shares[i] : 1 + Shares[i] * odds;
            evidence[i] = Math.Min((evidence[i] + starting) * factor, Largest);
            total += evidence[i];
        }

        return total;
    }

    private static double Spent(long count) => 1 + Deterministic.Log(count);
}
