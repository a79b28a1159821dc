namespace MonitoringDemo.Tables;

/// <summary>A table that can be read as often as one likes.</summary>
public interface ITableSource
{
    /// <summary>How messages and reports call it.</summary>
    string Name { get; }

    /// <summary>Begins at the first row.</summary>
    /// <exception cref="UnusableTableException">There is no such table, or its head cannot be used.</exception>
    ITableReader Open();
}
