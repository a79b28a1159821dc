namespace MonitoringDemo.Traffic.Worlds;

/// <summary>A column that a row carries beside those of the schema.</summary>
/// <param name="Name">Its name in the request.</param>
/// <param name="Value">A finite number.</param>
public readonly record struct AddedColumn(string Name, double Value);
