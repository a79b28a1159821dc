namespace MonitoringDemo.Drift.Channels;

/// <summary>A stream of 0 and 1, for instance right and wrong answers: finds that ones become more frequent, or less.</summary>
/// <remarks>An e-detector over rises and falls of every size; see <see cref="NumericChannel"/>. Everything from one half up counts as 1.</remarks>
/// <example><code>
/// channel.Update(predicted == actual ? 0 : 1);
/// if (channel.DriftDetected) { /* the model errs more, or less, than it did */ }
/// </code></example>
public sealed class BinaryChannel : LearningChannel
{
    /// <summary>Two million values to a false alarm.</summary>
    public const double DefaultRunLength = 2e6;

    internal const double Resolution = 8;
    internal const double Allowance = 4.5;

    private readonly double _riseShare, _tolerated;

    /// <summary>A mean of two million values to a false alarm, judging from the 500th value on.</summary>
    public BinaryChannel()
        : this(DefaultRunLength)
    {
    }

    /// <summary>Creates a channel.</summary>
    /// <param name="runLength">Mean number of values to a false alarm.</param>
    /// <param name="leastReference">Values after which it begins to judge.</param>
    /// <param name="fullReference">Values after which the reference grows no more.</param>
    /// <param name="riseShare">The part of the false alarms that rises may cause, in [0, 1]; 1 looks for rises only.</param>
    /// <param name="tolerated">
    /// Shifts of so many standard errors of the reference are taken for no change. 0 is quickest; for a stream that is followed
    /// for very much longer than its reference, 2 or 3 keep an unlucky reference from speaking in the end.
    /// </param>
    public BinaryChannel(double runLength, int leastReference = 500, int fullReference = 10_000, double riseShare = 0.7, double tolerated = 0)
        : base(runLength, leastReference, fullReference)
    {
        if (riseShare is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(riseShare), riseShare, "The share of rises lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(tolerated);
        (_riseShare, _tolerated) = (riseShare, tolerated);
    }

    /// <inheritdoc/>
    public override string Name => "binary-channel";

    /// <inheritdoc/>
    public override double Needed => RunLength * Allowance;

    /// <summary>The share of ones in the reference; NaN while there is none.</summary>
    public double Baseline { get; private set; } = double.NaN;

    private protected override void Restart() => Baseline = double.NaN;

    private protected override int BinOf(double value) => value >= 0.5 ? 1 : 0;

    private protected override ShiftEvidence Learn(ReadOnlySpan<double> reference)
    {
        var bits = reference.ToArray();
        for (var i = 0; i < bits.Length; i++) bits[i] = bits[i] >= 0.5 ? 1 : 0;
        var distribution = ReferenceDistribution.OfBits(bits);
        Baseline = (double)distribution.Counts[1] / distribution.Rows;
        return new ShiftEvidence(distribution, AlternativeSets.ForBits(distribution, AlternativeSets.ResolutionFor(Resolution, RunLength), _riseShare, _tolerated));
    }
}
