namespace MonitoringDemo.Drift.DataQuality;

/// <summary>The newest few rows, counted once for all checks.</summary>
public readonly ref struct RowBlock
{
    /// <summary>The newest values of each column, in schema order.</summary>
    public required ReadOnlySpan<BlockSummary> Columns { get; init; }

    /// <summary>How many rows.</summary>
    public required int Rows { get; init; }

    /// <summary>How many of them equal an earlier row bit by bit.</summary>
    public required int Repeats { get; init; }

    /// <summary>When each of them happened, Unix milliseconds; <see cref="ClockProfile.Unknown"/> where nobody told.</summary>
    public required ReadOnlySpan<long> Times { get; init; }

    /// <summary>The lowest time among some of the rows before; <see cref="ClockProfile.Unknown"/> when none is known.</summary>
    public required long EarlierLow { get; init; }

    /// <summary>The highest time among some of the rows before; <see cref="ClockProfile.Unknown"/> when none is known.</summary>
    public required long EarlierHigh { get; init; }
}
