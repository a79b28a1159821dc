namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>An extension point: how many rows are served after a row before its outcome is known.</summary>
/// <remarks>Pure and stateless: the same row and label give the same delay on every machine and thread, so a restart needs no list of what is still to come.</remarks>
public interface IOutcomeDelay
{
    /// <summary>The smallest delay there is, in rows.</summary>
    int Shortest { get; }

    /// <summary>The greatest delay there is, in rows: after so many rows an outcome has come or never will.</summary>
    int Longest { get; }

    /// <summary>How it reads after "outcomes come", for instance <c>200 rows later</c>.</summary>
    string InWords { get; }

    /// <summary>The delay of one outcome.</summary>
    /// <param name="row">The row's number in the stream.</param>
    /// <param name="label">Its true label.</param>
    /// <returns>Rows, between <see cref="Shortest"/> and <see cref="Longest"/>; 0 is right after its own step, null is never.</returns>
    int? RowsAfter(long row, byte label);
}
