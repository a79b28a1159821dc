using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>One file that both sides play, and how.</summary>
/// <param name="Stream">The table's line.</param>
/// <param name="Change">What is known of the stream.</param>
/// <param name="Seed">The generator's and the fleet's; 1 for real data.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Warmup">Rows of history.</param>
/// <param name="Delay">Rows until an outcome is known.</param>
/// <param name="Options">Label, time and ignored columns as both command lines take them.</param>
/// <param name="Categorical">Columns that the peers are told are categories; the fleet finds those of the generated streams by itself.</param>
/// <param name="Changes">The first rows of the changes, where they are known.</param>
internal sealed record Case(
    string Stream,
    ChangeKind Change,
    ulong Seed,
    int Rows,
    int Warmup,
    int Delay,
    IReadOnlyList<string> Options,
    IReadOnlyList<string> Categorical,
    IReadOnlyList<int> Changes)
{
    /// <summary>Puts the file into the folder, or names where it is.</summary>
    public required Func<string, string> File { get; init; }

    /// <summary>As the lines of progress call it.</summary>
    public string Title => FormattableString.Invariant($"{Stream}, seed {Seed}");
}
