using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>What share of ones is normal for a stream by what was known before it began, and the evidence that there are more.</summary>
/// <remarks>
/// The upper limit of what was known holds from the first value on, widened by what it cannot say. Where ones are rare, so few rows leave
/// much open: the first values are added to it, as long as nothing speaks against them. They never raise the first ceiling.
/// </remarks>
internal sealed class RateNorm(double runLength, MonitorOptions options)
{
    // What was known says nothing of how the world is by now, nor how much luck there was in the choice of a candidate.
    // In standard deviations on the normal line, so that it is relative where shares are small: 20 % become 28 %, 1 % becomes 1.9 %.
    private const double Widening = 0.25;
    private const double WideningOfMore = 0.1;
    private const double Rare = 0.05;
    private const double SuspiciousShare = 1e-4;
    private const double Growth = 1.1;

    private readonly CeilingEvidence _evidence = new();
    private long _rows, _ones, _seen, _seenOnes, _next, _heldRows, _heldOnes;
    private double _first = 1;

    /// <summary>There are more ones than the norm allows, by more than chance.</summary>
    public bool IsBroken => _evidence.Value >= runLength;

    /// <summary>The largest share that is normal; 1 while nothing is known.</summary>
    public double Ceiling => _evidence.Ceiling;

    /// <summary>The share in what the ceiling was made of; 0 while nothing is known.</summary>
    public double Rate => Known == 0 ? 0 : (double)(_ones + _heldOnes) / Known;

    private long Known => _rows + _heldRows;

    /// <summary>Begins anew with what is known before the first value.</summary>
    public void Begin(long rows, long ones)
    {
        (_rows, _ones, _seen, _seenOnes, _heldRows, _heldOnes) = (rows, ones, 0, 0, 0, 0);
        _next = options.LeastBaselineOutcomes;
        _first = Widened(RareLimit.Upper(ones, rows), Widening);
        _evidence.Clear();
        _evidence.Allow(_first);
    }

    public void Take(bool one)
    {
        _evidence.Add(one);
        if (_seen > options.BaselineOutcomes || _evidence.Value >= runLength * SuspiciousShare) return;
        _seen++;
        if (one) _seenOnes++;
        if (_seen >= _next) Grow();
    }

    /// <summary>What was told is over.</summary>
    public void Calm() => _evidence.Clear();

    public void Save(BinaryWriter writer)
    {
        foreach (var count in (ReadOnlySpan<long>)[_rows, _ones, _seen, _seenOnes, _next, _heldRows, _heldOnes]) writer.Write(count);
        writer.Write(_first);
        _evidence.Save(writer);
    }

    public void Restore(BinaryReader reader)
    {
        (_rows, _ones, _seen, _seenOnes) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        (_next, _heldRows, _heldOnes) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        _first = reader.ReadDouble();
        _evidence.Restore(reader);
    }

    // What was seen up to the time before: the newest may belong to a change that has not been noticed.
    private void Grow()
    {
        var more = Widened(RareLimit.Upper(_ones + _heldOnes, Known), WideningOfMore);
        if (more < Rare) _evidence.Allow(Math.Min(_first, more));
        (_heldRows, _heldOnes) = (_seen, _seenOnes);
        _next = (long)(_seen * Growth) + 1;
    }

    private static double Widened(double limit, double by) =>
        limit is > 0 and < 1 ? Deterministic.NormalCdf(Deterministic.NormalQuantile(limit) + by) : limit;
}
