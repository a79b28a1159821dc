namespace MonitoringDemo.Demo.Replay;

/// <summary>What the warm-up rows say about one column.</summary>
/// <param name="Index">Its position in the file.</param>
/// <param name="Name">Its name in the header.</param>
/// <param name="Use">What becomes of it.</param>
/// <param name="Categories">The values of a categorical feature, in ordinal order; otherwise empty.</param>
/// <param name="Missing">Warm-up rows without a value.</param>
/// <param name="Note">What a reader should know; may be empty.</param>
public sealed record InferredColumn(
    int Index,
    string Name,
    ColumnUse Use,
    IReadOnlyList<string> Categories,
    int Missing,
    string Note)
{
    /// <summary>How a numeric feature writes its numbers.</summary>
    public NumberNotation Notation { get; init; } = NumberNotation.Plain;

    /// <summary>Whether it is left out because it counts the rows, as far as the warm-up shows.</summary>
    internal bool CountsRows { get; init; }
}
