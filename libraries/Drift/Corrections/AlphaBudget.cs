namespace MonitoringDemo.Drift.Corrections;

/// <summary>
/// An alpha budget over time: the probability of even one false finding in a stream of tests without end stays below alpha,
/// whatever their dependence.
/// </summary>
/// <remarks>
/// Test number t, from 1, may spend <c>alpha / (t (t + 1))</c>. The levels add up to alpha exactly, so by the union bound the
/// family-wise error is at most alpha however long the stream (alpha spending: K. K. G. Lan and D. L. DeMets, "Discrete sequential
/// boundaries for clinical trials", Biometrika 70 (1983); online: D. P. Foster and R. A. Stine, "α-investing", J. R. Stat. Soc. B 70 (2008)).
/// </remarks>
public sealed class AlphaBudget
{
    private readonly double _alpha;

    /// <summary>A budget that is not touched yet.</summary>
    /// <param name="alpha">The probability of any false finding, ever; between 0 and 1.</param>
    public AlphaBudget(double alpha) => _alpha = Level.Check(alpha, nameof(alpha));

    /// <summary>How many tests were made.</summary>
    public long Tests { get; private set; }

    /// <summary>The level of the next test: reject when its p value is no larger.</summary>
    public double NextLevel => _alpha / (Tests + 1.0) / (Tests + 2.0);

    /// <summary>What is left for all tests to come.</summary>
    public double Remaining => _alpha / (Tests + 1.0);

    /// <summary>Makes the next test.</summary>
    /// <param name="pValue">In [0, 1]; NaN, not computable, spends nothing.</param>
    /// <returns>Whether it is rejected.</returns>
    public bool Test(double pValue)
    {
        if (double.IsNaN(pValue)) return false;

        var rejected = pValue <= NextLevel;
        Tests++;
        return rejected;
    }

    /// <summary>Writes the whole state.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Tests);
    }

    /// <summary>Takes over what <see cref="Save"/> of a budget of the same alpha wrote.</summary>
    public void Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Tests = reader.ReadInt64();
    }
}
