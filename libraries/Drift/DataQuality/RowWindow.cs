namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Neighbouring rows in their order.</summary>
public readonly ref struct RowWindow
{
    /// <summary>How many values a row has.</summary>
    public required int Columns { get; init; }

    /// <summary>Row-major, <c>Count × Columns</c>; NaN is missing.</summary>
    public required ReadOnlySpan<double> Values { get; init; }

    /// <summary>Per row: whether it equals an earlier one bit by bit.</summary>
    public required ReadOnlySpan<bool> Repeats { get; init; }

    /// <summary>Per row: when it happened, Unix milliseconds; <see cref="ClockProfile.Unknown"/> where nobody told.</summary>
    public required ReadOnlySpan<long> Times { get; init; }

    /// <summary>When rows are broken already: the clock as the last good rows showed it; NaN while nothing is known to be broken.</summary>
    public double ClockBefore { get; init; } = double.NaN;

    /// <summary>The values of the rows just before the first, row-major; empty when they are not at hand.</summary>
    public ReadOnlySpan<double> Before { get; init; }

    /// <summary>How many rows lie between those and the first row of the window.</summary>
    public long RowsSince { get; init; }

    /// <summary>No rows yet.</summary>
    public RowWindow()
    {
    }

    /// <summary>How many rows.</summary>
    public int Count => Repeats.Length;

    /// <summary>One value.</summary>
    public double Value(int row, int column) => Values[row * Columns + column];

    /// <summary>The rows from one on.</summary>
    public RowWindow From(int row) => this with
    {
        Before = Values[..(row * Columns)],
        Values = Values[(row * Columns)..],
        Repeats = Repeats[row..],
        Times = Times[row..],
        RowsSince = RowsSince + row,
    };
}
