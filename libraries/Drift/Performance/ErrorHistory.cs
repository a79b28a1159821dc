using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Performance;

/// <summary>The newest outcomes of one model: which row, and whether the answer was wrong.</summary>
internal sealed class ErrorHistory(int capacity)
{
    private readonly long[] _rows = new long[capacity];
    private readonly bool[] _wrong = new bool[capacity];
    private long _count;

    public int Count => (int)Math.Min(_count, capacity);

    public void Add(long row, bool wrong)
    {
        var at = (int)(_count++ % capacity);
        (_rows[at], _wrong[at]) = (row, wrong);
    }

    public void Clear() => _count = 0;

    /// <summary>The error rate of the newest outcomes.</summary>
    public double NewestRate(int outcomes)
    {
        var errors = 0;
        for (var age = 0; age < outcomes; age++)
        {
            if (_wrong[At(age)]) errors++;
        }

        return (double)errors / outcomes;
    }

    /// <summary>The likeliest row at which errors rose above the baseline, the rows between which it lies, and the error rate since.</summary>
    public (long Row, long From, long To, double Rate) Onset(double baseline)
    {
        // Onsets that are less likely than the best by more than this factor, in nats, are left out.
        const double Reach = 3;
        var (best, onset, rate) = (double.NegativeInfinity, -1L, double.NaN);
        var gains = new double[Count];
        var errors = 0;
        // Never "always" and never "never": those would make a single outcome decide.
        baseline = Math.Clamp(baseline, 0.001, 0.999);
        var (ifWrong, ifRight) = (Deterministic.Log(baseline), Deterministic.Log(1 - baseline));
        for (var age = 0; age < Count; age++)
        {
            if (_wrong[At(age)]) errors++;
            var n = age + 1;
            var share = (double)errors / n;
            gains[age] = double.NegativeInfinity;
            if (share <= baseline) continue;
            var gain = errors * (Deterministic.Log(share) - ifWrong);
            if (errors < n) gain += (n - errors) * (Deterministic.Log(1 - share) - ifRight);
            gains[age] = gain;
            if (gain > best) (best, onset, rate) = (gain, _rows[At(age)], share);
        }

        var (from, to) = (onset, onset);
        for (var age = 0; age < gains.Length; age++)
        {
            if (gains[age] < best - Reach) continue;
            // Outcomes may arrive out of the order of their rows.
            (from, to) = (Math.Min(from, _rows[At(age)]), Math.Max(to, _rows[At(age)]));
        }

        return (onset, from, to, rate);
    }

    /// <summary>The row of an outcome, 0 being the newest.</summary>
    public long RowAt(int age) => _rows[At(age)];

    /// <summary>Whether the answer to it was wrong.</summary>
    public bool WrongAt(int age) => _wrong[At(age)];

    public void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        for (var age = Count - 1; age >= 0; age--)
        {
            writer.Write(_rows[At(age)]);
            writer.Write(_wrong[At(age)]);
        }
    }

    public void Restore(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--) Add(reader.ReadInt64(), reader.ReadBoolean());
    }

    private int At(int age) => (int)((_count - 1 - age) % capacity);
}
