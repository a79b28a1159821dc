namespace MonitoringDemo.Demo.Replay;

/// <summary>The cells of a file as text, with the line on which each row ended.</summary>
/// <param name="FileName">The name without its folder: it stands in messages and in the report.</param>
/// <param name="Columns">The header.</param>
/// <param name="Rows">One array per row, as long as the header.</param>
/// <param name="Lines">The line of each row in the file.</param>
public sealed record CsvTable(
    string FileName,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string[]> Rows,
    IReadOnlyList<int> Lines)
{
    /// <summary>Which texts say that a value is not there.</summary>
    public MissingMarkers Missing { get; init; } = MissingMarkers.Usual;

    /// <summary>What a column without a name is called, as pandas does.</summary>
    public static string NameOfUnnamed(int column) => FormattableString.Invariant($"Unnamed: {column}");

    /// <summary>The position of a column, or a refusal that names the columns there are.</summary>
    public int Require(string column, string option)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i], column, StringComparison.Ordinal))
                return i;
        }

        throw new UnusableInputException(
            $"{FileName}, line 1: no column '{column}' ({option}); the columns are {string.Join(", ", Columns)}.");
    }

    /// <summary>A refusal that names file, line and column.</summary>
    public UnusableInputException Refuse(int row, int column, string what) =>
        new($"{FileName}, line {Lines[row]}, column '{Columns[column]}': {what}");
}
