using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>
/// Is the mean of paired differences above a margin? An e-process by betting: it may be looked at after every row, and
/// stopped at will, and still cries wolf with probability at most alpha.
/// </summary>
/// <remarks>
/// <para>
/// Differences d lie in [−1, 1] (champion's loss − challenger's, see <see cref="PairedLoss"/>). Under H0, "the mean of each
/// d given the past is at most the margin m", the wealth Π (1 + λ (d − m)) of a gambler with a fixed bet
/// 0 ≤ λ &lt; 1 / (1 + m) is a supermartingale, and so is the mean over a grid of such gamblers. By Ville's inequality it
/// ever reaches 1 / alpha with probability at most alpha. Small bets pay for faint, noisy differences, large ones for
/// plain differences; the mixture costs at most log(number of bets) nats against the best of them.
/// </para>
/// <para>
/// I. Waudby-Smith and A. Ramdas, "Estimating means of bounded random variables by betting", JRSS B 86 (2024); S. R. Howard,
/// A. Ramdas, J. McAuliffe, J. Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of
/// Statistics 49 (2021); J. Ville, "Étude critique de la notion de collectif" (1939).
/// </para>
/// Twelve multiplications a row, no allocation; not thread-safe.
/// </remarks>
public sealed class AlwaysValidPairedTest
{
    private const double Rescaled = 1e200;

    // Keeps the logarithm finite after millions of rows against a gambler; far too little to matter to the guarantee.
    private const double Ruined = 1e-300;

    // Shares of the largest bet allowed, a factor of 1.6 apart: 0.95 down to 0.0054.
    private static readonly double[] Shares = [.. Enumerable.Range(0, 12).Select(k => 0.95 / Deterministic.Pow(1.6, k))];

    private readonly double[] _bets;
    private readonly double[] _wealth;
    private double _logScale;
    private double _sum;

    /// <summary>Starts a test.</summary>
    /// <param name="margin">In (−1, 1): the mean to be exceeded; negative for "no worse than by".</param>
    public AlwaysValidPairedTest(double margin = 0.0)
        : this(new AlwaysValidPairedTestState(margin, 0, 0.0, 0.0, 0.0, [.. Shares.Select(_ => 1.0)]))
    {
    }

    /// <summary>Goes on from a remembered state.</summary>
    /// <exception cref="ArgumentException">The margin is not in (−1, 1), or the state is not from this test.</exception>
    public AlwaysValidPairedTest(AlwaysValidPairedTestState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!(state.Margin > -1.0 && state.Margin < 1.0))
            throw new ArgumentException($"The margin {state.Margin} is not between -1 and 1.", nameof(state));
        if (state.Wealth.Count != Shares.Length)
            throw new ArgumentException($"The state holds {state.Wealth.Count} bets, this test has {Shares.Length}.", nameof(state));

        Margin = state.Margin;
        _bets = [.. Shares.Select(share => share / (1.0 + Margin))];
        _wealth = [.. state.Wealth];
        (Count, _sum, _logScale, MaxLogEValue) = (state.Count, state.Sum, state.LogScale, state.MaxLogEValue);
    }

    /// <summary>The mean to be exceeded.</summary>
    public double Margin { get; }

    /// <summary>Differences seen.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; 0 before the first.</summary>
    public double Mean => Count == 0 ? 0.0 : _sum / Count;

    /// <summary>The evidence against H0 now: above 1 speaks for the challenger, its mean under H0 is at most 1.</summary>
    public double EValue => Deterministic.Exp(LogEValue);

    /// <summary>Log of <see cref="EValue"/>, in nats.</summary>
    public double LogEValue => _logScale + Deterministic.Log(TotalWealth() / Shares.Length);

    /// <summary>The largest <see cref="LogEValue"/> so far; evidence once reached stays (Ville).</summary>
    public double MaxLogEValue { get; private set; }

    /// <summary>All that is remembered, by value.</summary>
    public AlwaysValidPairedTestState State => new(Margin, Count, _sum, _logScale, MaxLogEValue, [.. _wealth]);

    /// <summary>Takes one difference, champion's loss − challenger's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [−1, 1].</exception>
    public void Update(double difference)
    {
        if (!(difference >= -1.0 && difference <= 1.0))
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "A paired difference lies between -1 and 1.");

        Count++;
        _sum += difference;
        for (var i = 0; i < _wealth.Length; i++)
            _wealth[i] = Math.Max(Ruined, _wealth[i] * (1.0 + (_bets[i] * (difference - Margin))));

        if (TotalWealth() > Rescaled)
        {
            for (var i = 0; i < _wealth.Length; i++)
                _wealth[i] /= Rescaled;
            _logScale += Deterministic.Log(Rescaled);
        }

        MaxLogEValue = Math.Max(MaxLogEValue, LogEValue);
    }

    /// <summary>Whether the mean was ever proven above the margin at this level; wrong with probability at most <paramref name="alpha"/> over all looks together.</summary>
    public bool IsProven(double alpha) => MaxLogEValue >= -Deterministic.Log(alpha);

    private double TotalWealth()
    {
        var total = 0.0;
        foreach (var wealth in _wealth)
            total += wealth;
        return total;
    }
}
