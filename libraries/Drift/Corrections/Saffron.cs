namespace MonitoringDemo.Drift.Corrections;

/// <summary>
/// SAFFRON: as <see cref="LordPlusPlus"/>, but tests whose p value is no candidate (above λ) cost nothing, which gives more power
/// where many hypotheses are false.
/// </summary>
/// <remarks>
/// The level of test t is the smaller of λ and <c>(1 − λ) [w0 γ(t − C0) + (alpha − w0) γ(t − τ1 − C1) + alpha Σ γ(t − τj − Cj)]</c>,
/// where Cj counts the candidates since the j-th rejection at τj (C0: since the beginning) and <c>γ(j) = j^-1.6 / ζ(1.6)</c>.
/// For independent p values. Source: A. Ramdas, T. Zrnic, M. J. Wainwright, M. I. Jordan, "SAFFRON: an adaptive algorithm for online
/// control of the false discovery rate", ICML 2018. Memory and the cost of a test grow with the number of rejections.
/// </remarks>
public sealed class Saffron
{
    private readonly Wealth _wealth;
    private readonly double _lambda;
    private readonly List<(long Test, long Candidates)> _rejections = [];
    private long _candidates;

    /// <summary>No test made yet.</summary>
    /// <param name="alpha">The false discovery rate, between 0 and 1.</param>
    /// <param name="initial">The wealth w0 to begin with, between 0 and alpha; half of alpha unless given.</param>
    /// <param name="lambda">A p value up to this is a candidate; between 0 and 1.</param>
    public Saffron(double alpha, double? initial = null, double lambda = 0.5)
    {
        _wealth = new Wealth(alpha, initial);
        _lambda = Level.Check(lambda, nameof(lambda));
    }

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
            var spendable = _wealth.OfBeginning(test - _candidates);
            for (var j = 0; j < _rejections.Count; j++)
            {
                var (rejected, candidates) = _rejections[j];
                spendable += _wealth.OfRejection(j, test - rejected - (_candidates - candidates));
            }

            return Math.Min(_lambda, (1 - _lambda) * spendable);
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
        if (pValue <= _lambda) _candidates++;
        if (rejected) _rejections.Add((Tests, _candidates));
        return rejected;
    }

    /// <summary>Writes the whole state.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Tests);
        writer.Write(_candidates);
        writer.Write(_rejections.Count);
        foreach (var (test, candidates) in _rejections)
        {
            writer.Write(test);
            writer.Write(candidates);
        }
    }

    /// <summary>Takes over what <see cref="Save"/> of one with the same parameters wrote.</summary>
    public void Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (Tests, _candidates) = (reader.ReadInt64(), reader.ReadInt64());
        _rejections.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--) _rejections.Add((reader.ReadInt64(), reader.ReadInt64()));
    }
}
