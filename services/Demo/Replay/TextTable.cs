using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Rows of a table as text, with the place of each in its file.</summary>
/// <param name="FileName">The name without its folder: it stands in messages and in the report.</param>
/// <param name="Columns">What the columns are called, and what the file says of them.</param>
/// <param name="Rows">One array per row, as long as the columns; empty where there is no value.</param>
/// <param name="Places">Where each row stands.</param>
public sealed record TextTable(
    string FileName,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<string[]> Rows,
    IReadOnlyList<RowPlace> Places)
{
    /// <summary>Which texts say that a value is not there.</summary>
    public MissingMarkers Missing { get; init; } = MissingMarkers.Usual;

    /// <summary>The position of a column, or a refusal that names the columns there are.</summary>
    public int Require(string column, string option) => Require(Columns, FileName, column, option);

    /// <summary>The position of a column, or a refusal that names the columns there are.</summary>
    public static int Require(IReadOnlyList<TableColumn> columns, string fileName, string column, string option)
    {
        ArgumentNullException.ThrowIfNull(columns);
        for (var i = 0; i < columns.Count; i++)
        {
            if (string.Equals(columns[i].Name, column, StringComparison.Ordinal))
                return i;
        }

        throw new UnusableInputException(
            $"{fileName}: no column '{column}' ({option}); the columns are {string.Join(", ", columns.Select(each => each.Name))}.");
    }

    /// <summary>A refusal that names file, line and column.</summary>
    public UnusableInputException Refuse(int row, int column, string what) => Refuse(Places[row], Columns[column], what);

    /// <summary>A refusal that names file, line and column.</summary>
    public static UnusableInputException Refuse(RowPlace place, TableColumn column, string what)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new($"{place.File}, {place.InWords}, column '{column.Name}': {what}");
    }
}
