namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>What is in a table, before anything is trained.</summary>
/// <param name="Name">The file.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Columns">In the order of the file.</param>
/// <param name="Label">What is predicted: as the command says, else the likeliest; null when no column has two classes.</param>
/// <param name="Classes">Rows by class of the label.</param>
/// <param name="LabelMissing">Rows without a label.</param>
/// <param name="Leaks">Columns that alone predict the label in the first rows.</param>
/// <param name="Repeated">Rows that are equal to an earlier one in all columns but times and likely ids; estimated where there are many.</param>
/// <param name="RepeatedIsExact">Whether all rows were compared.</param>
/// <param name="Copies">Pairs of columns that hold the same in every one of the first rows.</param>
/// <param name="Time">The order of the rows; null without a column of times.</param>
/// <param name="Command">What to type.</param>
public sealed record CheckedTable(
    string Name,
    long Rows,
    IReadOnlyList<CheckedColumn> Columns,
    string? Label,
    IReadOnlyDictionary<string, long> Classes,
    long LabelMissing,
    IReadOnlyList<string> Leaks,
    long Repeated,
    bool RepeatedIsExact,
    IReadOnlyList<string> Copies,
    CheckedTime? Time,
    string Command);
