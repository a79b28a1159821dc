namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>How many rows were answered with either class of two, and of how many of them the outcome is known.</summary>
internal sealed class AnswersKnown
{
    private long _ones, _onesKnown, _zeros, _zerosKnown;

    public long Rows => _ones + _zeros;

    /// <summary>Rows of the answer that is rarer.</summary>
    public long Fewest => Math.Min(_ones, _zeros);

    /// <summary>The share of rows whose outcome is known.</summary>
    public double Share => Rows == 0 ? 0 : (double)(_onesKnown + _zerosKnown) / Rows;

    /// <summary>The share that is known of rows answered 1, less that of rows answered 0.</summary>
    public double Gap => Softened(_onesKnown, _ones) - Softened(_zerosKnown, _zeros);

    public void Add(bool one, bool known)
    {
        if (one) (_ones, _onesKnown) = (_ones + 1, _onesKnown + (known ? 1 : 0));
        else (_zeros, _zerosKnown) = (_zeros + 1, _zerosKnown + (known ? 1 : 0));
    }

    /// <summary>By how much the gap differs from the usual one, in these rows and those just before them together, and the standard error of that.</summary>
    public (double Difference, double Error) GapBeside(AnswersKnown usual, AnswersKnown before)
    {
        var both = With(before);
        return (both.Gap - usual.Gap, Math.Sqrt(both.Variance + usual.Variance));
    }

    /// <summary>What is known of rows answered 1 and of rows answered 0, in these rows and those just before them together.</summary>
    public (double One, double Zero) SharesWith(AnswersKnown before)
    {
        var both = With(before);
        return (Plain(both._onesKnown, both._ones), Plain(both._zerosKnown, both._zeros));
    }

    public void Clear() => (_ones, _onesKnown, _zeros, _zerosKnown) = (0, 0, 0, 0);

    public void Save(BinaryWriter writer)
    {
        foreach (var value in (ReadOnlySpan<long>)[_ones, _onesKnown, _zeros, _zerosKnown]) writer.Write(value);
    }

    public void Restore(BinaryReader reader) =>
        (_ones, _onesKnown, _zeros, _zerosKnown) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());

    private double Variance => VarianceOf(_onesKnown, _ones) + VarianceOf(_zerosKnown, _zeros);

    private AnswersKnown With(AnswersKnown other) => new()
    {
        _ones = _ones + other._ones,
        _onesKnown = _onesKnown + other._onesKnown,
        _zeros = _zeros + other._zeros,
        _zerosKnown = _zerosKnown + other._zerosKnown,
    };

    private static double Softened(long known, long rows) => (known + 1.0) / (rows + 2);

    private static double Plain(long known, long rows) => rows == 0 ? 0 : (double)known / rows;

    private static double VarianceOf(long known, long rows) => Softened(known, rows) is var share ? share * (1 - share) / (rows + 2) : 0;
}
