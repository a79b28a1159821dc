namespace MonitoringDemo.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">Unique in the table.</param>
/// <param name="Type">What the file says of it.</param>
public sealed record TableColumn(string Name, StatedType Type)
{
    /// <summary>What a column without a name is called, as pandas does.</summary>
    public static string NameOfUnnamed(int column) => FormattableString.Invariant($"Unnamed: {column}");
}
