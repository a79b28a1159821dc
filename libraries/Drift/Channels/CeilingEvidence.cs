using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Channels;

/// <summary>Evidence that a stream of 0 and 1 has more ones than a ceiling allows: a Shiryaev–Roberts procedure over larger shares.</summary>
/// <remarks>
/// As in <see cref="ShiftEvidence"/>, R ← (w + R) · q(x)/p(x), but p is the ceiling and not what a reference happened to show: for any
/// share up to it the ratio's mean is 1 or less, so the mean number of values until the sum reaches A is at least A, and an unlucky
/// reference costs nothing as long as its ceiling holds.
/// </remarks>
internal sealed class CeilingEvidence
{
    private const double Root2 = 1.4142135623730951;
    private const double Largest = 1e30;
    private const double MostCeiling = 0.95;

    // Above the ceiling, in standard deviations on the normal line; smaller ones would take longer than anybody waits.
    private static readonly double[] Sizes = [1.5 * Root2, 1.5, 1.5 / Root2, 0.75, 0.75 / Root2, 0.375, 0.375 / Root2, 0.1875];
    private static readonly double WeightOfOne = 1 / Sizes.Sum(size => 1 / size);

    private readonly double[] _evidence = new double[Sizes.Length];
    private readonly double[] _ifOne = new double[Sizes.Length];
    private readonly double[] _ifZero = new double[Sizes.Length];

    /// <summary>The share that is allowed; 1 while none is known, and then nothing is evidence.</summary>
    public double Ceiling { get; private set; } = 1;

    /// <summary>The sum over all larger shares.</summary>
    public double Value { get; private set; }

    /// <summary>Another ceiling holds from the next value on.</summary>
    public void Allow(double ceiling)
    {
        Ceiling = ceiling;
        if (ceiling is not (> 0 and < MostCeiling)) return;
        var place = Deterministic.NormalQuantile(ceiling);
        for (var i = 0; i < Sizes.Length; i++)
        {
            var share = Deterministic.NormalCdf(place + Sizes[i]);
            (_ifOne[i], _ifZero[i]) = (share / ceiling, (1 - share) / (1 - ceiling));
        }
    }

    public void Add(bool one)
    {
        if (Ceiling is not (> 0 and < MostCeiling)) return;
        Value = 0;
        for (var i = 0; i < Sizes.Length; i++)
        {
            _evidence[i] = Math.Min(Largest, ((WeightOfOne / Sizes[i]) + _evidence[i]) * (one ? _ifOne[i] : _ifZero[i]));
            Value += _evidence[i];
        }
    }

    public void Clear()
    {
        Array.Clear(_evidence);
        Value = 0;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Ceiling);
        foreach (var evidence in _evidence) writer.Write(evidence);
    }

    public void Restore(BinaryReader reader)
    {
        Allow(reader.ReadDouble());
        Value = 0;
        for (var i = 0; i < _evidence.Length; i++) Value += _evidence[i] = reader.ReadDouble();
    }
}
