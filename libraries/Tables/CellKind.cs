namespace MonitoringDemo.Tables;

/// <summary>What a cell holds.</summary>
public enum CellKind : byte
{
    /// <summary>Nothing: the file has no value there. An empty text of a CSV file is text.</summary>
    Missing,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An instant.</summary>
    Time,
}
