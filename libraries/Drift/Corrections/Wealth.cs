namespace MonitoringDemo.Drift.Corrections;

/// <summary>What a stream of tests has to spend: the wealth to begin with, and what every rejection earns, each spread over the tests that come after.</summary>
/// <remarks>Levels made of it keep the false discovery rate below alpha: A. Ramdas et al., "Online control of the false discovery rate with decaying memory", NeurIPS 2017.</remarks>
internal readonly struct Wealth
{
    private readonly double _alpha, _initial;

    /// <param name="alpha">The false discovery rate.</param>
    /// <param name="initial">The wealth to begin with; half of alpha unless given.</param>
    public Wealth(double alpha, double? initial)
    {
        _alpha = Level.Check(alpha, nameof(alpha));
        _initial = initial ?? alpha / 2;
        if (!(_initial > 0 && _initial < alpha)) throw new ArgumentOutOfRangeException(nameof(initial), initial, "The initial wealth lies between 0 and alpha.");
    }

    /// <summary>What a test may spend of the wealth to begin with.</summary>
    /// <param name="age">How many tests since the beginning, from 1, as far as they count.</param>
    public double OfBeginning(long age) => _initial * Spending.Share(age);

    /// <summary>What a test may spend of the wealth that a rejection earned; the first one earned only what was not there to begin with.</summary>
    /// <param name="rejection">Which one, from 0.</param>
    /// <param name="age">How many tests since it, from 1, as far as they count.</param>
    public double OfRejection(int rejection, long age) => (rejection == 0 ? _alpha - _initial : _alpha) * Spending.Share(age);
}
