namespace MonitoringDemo.Tables;

/// <summary>What a file itself says of a column.</summary>
public enum StatedType
{
    /// <summary>Nothing, or plain text: its values say what it is.</summary>
    Unstated,

    /// <summary>One of a list, for instance a dictionary of Arrow.</summary>
    Category,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Instants or dates.</summary>
    Time,

    /// <summary>Lists, structures or bytes: no value that a row of a table can hold.</summary>
    Other,
}
