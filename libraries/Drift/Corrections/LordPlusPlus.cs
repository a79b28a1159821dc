namespace MonitoringDemo.Drift.Corrections;

/// <summary>LORD++: keeps the expected share of false findings among all findings below alpha, at every moment of a stream of tests without end.</summary>
/// <remarks>
/// The level of test t is <c>γ(t) w0 + (alpha − w0) γ(t − τ1) + alpha Σ γ(t − τj)</c> over the rejections j ≥ 2 at τj, with
/// <c>γ(j) = j^-1.6 / ζ(1.6)</c>: every rejection earns levels for later tests. For independent p values, or any that are
/// conditionally super-uniform. Source: A. Ramdas, F. Yang, M. J. Wainwright, M. I. Jordan, "Online control of the false discovery
/// rate with decaying memory", NeurIPS 2017. Memory and the cost of a test grow with the number of rejections.
/// </remarks>
public sealed class LordPlusPlus
{
    private readonly Wealth _wealth;
    private readonly List<long> _rejections = [];

    /// <summary>No test made yet.</summary>
    /// <param name="alpha">The false discovery rate, between 0 and 1.</param>
    /// <param name="initial">The wealth w0 to begin with, between 0 and alpha; half of alpha unless given.</param>
    public LordPlusPlus(double alpha, double? initial = null) => _wealth = new Wealth(alpha, initial);

    /// <summary>How many tests were made.</summary>
    public long Tests { get; private set; }

    /// <summary>How many of them were rejected.</summary>
    public int Rejections => _rejections.Count;

    /// <summary>The level of the next test: reject when its p value is no larger.</summary>
    public double NextLevel
    {
        get
        {
            var test = Tests + 1;
            var level = _wealth.OfBeginning(test);
            for (var j = 0; j < _rejections.Count; j++) level += _wealth.OfRejection(j, test - _rejections[j]);
            return level;
        }
    }

    /// <summary>Makes the next test.</summary>
    /// <param name="pValue">In [0, 1]; NaN, not computable, counts for nothing.</param>
    /// <returns>Whether it is rejected.</returns>
    public bool Test(double pValue)
    {
        if (double.IsNaN(pValue)) return false;

        var rejected = pValue <= NextLevel;
        Tests++;
        if (rejected) _rejections.Add(Tests);
        return rejected;
    }

    /// <summary>Writes the whole state.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Tests);
        writer.Write(_rejections.Count);
        foreach (var rejection in _rejections) writer.Write(rejection);
    }

    /// <summary>Takes over what <see cref="Save"/> of one with the same alpha and wealth wrote.</summary>
    public void Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Tests = reader.ReadInt64();
        _rejections.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--) _rejections.Add(reader.ReadInt64());
    }
}
