namespace MonitoringDemo.Demo.Replay;

/// <summary>What becomes of a column.</summary>
public enum ColumnUse
{
    /// <summary>A feature that is a number.</summary>
    Numeric,

    /// <summary>A feature that is one of a list.</summary>
    Categorical,

    /// <summary>What is predicted.</summary>
    Label,

    /// <summary>What the rows are sorted by.</summary>
    Time,

    /// <summary>Left out because the command says so.</summary>
    Ignored,

    /// <summary>Left out because no model could use it; the note says why.</summary>
    LeftOut,
}
