using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MonitoringDemo.Drift.Channels;

/// <summary>
/// Evidence that a stream no longer follows its reference: a Shiryaev–Roberts procedure over a mixture of alternatives.
/// </summary>
/// <remarks>
/// For each alternative, <c>R ← (w + R) · q(x)/p(x)</c>. While the stream follows the reference, the sum of all R minus the
/// number of values is a martingale, so the mean number of values until the sum reaches A is at least A, however often one
/// looks and however many alternatives there are (Shin, Ramdas and Rinaldo, "E-detectors", 2022; Pollak, 1987). A change
/// makes R grow by the Kullback–Leibler divergence per value, which no detector can beat by much (Lorden, 1971).
/// </remarks>
internal sealed class ShiftEvidence
{
    // Eight at a time; additions are grouped the same way on every machine, with or without vector instructions.
    // Single precision: thresholds are powers of ten, and twice as many alternatives fit into a step.
    private const int Lanes = 8;
    private const float Largest = 1e30f;

    private readonly float[] _weights, _evidence, _ratios;
    private readonly float[]? _first;
    private readonly int _padded;

    /// <summary>Begins without evidence.</summary>
    /// <param name="reference">The bins.</param>
    /// <param name="alternatives">What is looked for.</param>
    /// <param name="shiftFactor">How much of a shift each value shows.</param>
    /// <param name="firstFactor">How much of a shift its very first value shows.</param>
    /// <param name="tempering">See <see cref="LikelihoodRatios.Of"/>.</param>
    public ShiftEvidence(ReferenceDistribution reference, Alternative[] alternatives, double shiftFactor = 1, double firstFactor = 1, double tempering = 1)
    {
        Alternatives = alternatives;
        _padded = (alternatives.Length + Lanes - 1) / Lanes * Lanes;
        (_weights, _evidence, _ratios) = (new float[_padded], new float[_padded], new float[reference.Bins * _padded]);
        for (var i = 0; i < alternatives.Length; i++) _weights[i] = (float)alternatives[i].Weight;
        FillRatios(reference, shiftFactor, tempering, _ratios);
        if (firstFactor == shiftFactor) return;
        _first = new float[_ratios.Length];
        FillRatios(reference, firstFactor, tempering, _first);
    }

    public Alternative[] Alternatives { get; }

    /// <summary>The sum over all alternatives; about 1 to 100 while nothing happens.</summary>
    public double Value { get; private set; }

    /// <summary>The alternative that explains the newest values best; -1 without evidence.</summary>
    public int Best
    {
        get
        {
            var best = -1;
            for (var i = 0; i < Alternatives.Length; i++)
            {
                if (_evidence[i] > (best < 0 ? 0 : _evidence[best])) best = i;
            }

            return best;
        }
    }

    /// <summary>Takes the bin of the next value.</summary>
    public void Add(int bin)
    {
        if (_padded == 0) return;

        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var evidence = ref MemoryMarshal.GetArrayDataReference(_evidence);
        ref var ratios = ref _ratios[bin * _padded];
        var isFirstApart = _first is not null;
        ref var first = ref isFirstApart ? ref _first![bin * _padded] : ref ratios;
        var (sum, largest, padded) = (Vector256<float>.Zero, Vector256.Create(Largest), (nuint)_padded);
        for (nuint i = 0; i < padded; i += Lanes)
        {
            var weight = Vector256.LoadUnsafe(ref weights, i) * (isFirstApart ? Vector256.LoadUnsafe(ref first, i) : Vector256.LoadUnsafe(ref ratios, i));
            // Far beyond any threshold it stops growing, so that it can never overflow.
            var grown = Vector256.Min(weight + Vector256.LoadUnsafe(ref evidence, i) * Vector256.LoadUnsafe(ref ratios, i), largest);
            grown.StoreUnsafe(ref evidence, i);
            sum += grown;
        }

        var half = sum.GetLower() + sum.GetUpper();
        Value = half.GetElement(0) + half.GetElement(1) + (half.GetElement(2) + half.GetElement(3));
    }

    /// <summary>By which ratio a value in that bin is likelier under an alternative.</summary>
    public double Ratio(int alternative, int bin) => _ratios[bin * _padded + alternative];

    public void Clear()
    {
        Array.Clear(_evidence);
        Value = 0;
    }

    /// <summary>Goes on with the evidence for the alternatives that both know.</summary>
    public void TakeOver(ShiftEvidence former)
    {
        Value = 0;
        for (var i = 0; i < Alternatives.Length; i++)
        {
            var at = Array.FindIndex(former.Alternatives, other => other.IsSameChangeAs(Alternatives[i]));
            _evidence[i] = at < 0 ? 0 : former._evidence[at];
            Value += _evidence[i];
        }
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Value);
        foreach (var evidence in _evidence) writer.Write(evidence);
    }

    public void Restore(BinaryReader reader)
    {
        Value = reader.ReadDouble();
        for (var i = 0; i < _evidence.Length; i++) _evidence[i] = reader.ReadSingle();
    }

    private void FillRatios(ReferenceDistribution reference, double factor, double tempering, float[] into)
    {
        Span<double> one = new double[reference.Bins];
        for (var i = 0; i < Alternatives.Length; i++)
        {
            LikelihoodRatios.Of(reference, Alternatives[i], factor, tempering, one);
            for (var bin = 0; bin < one.Length; bin++) into[bin * _padded + i] = (float)one[bin];
        }
    }
}
