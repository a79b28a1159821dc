namespace MonitoringDemo.Demo.Replay.Stated;

/// <summary>What a column is for. The fleet uses the first four; the others keep a column out of the features, and are kept in the file.</summary>
public static class StatedRole
{
    /// <summary>An input of the model.</summary>
    public const string Feature = "feature";

    /// <summary>What is predicted.</summary>
    public const string Label = "label";

    /// <summary>What rows are sorted by.</summary>
    public const string Time = "time";

    /// <summary>Left out.</summary>
    public const string Ignored = "ignored";

    /// <summary>Names a row; no feature.</summary>
    public const string Id = "id";

    /// <summary>Says which rows belong together; no feature.</summary>
    public const string Group = "group";

    /// <summary>How much a row counts; no feature, and all rows count alike.</summary>
    public const string Weight = "weight";

    /// <summary>What a model must not use; no feature.</summary>
    public const string Sensitive = "sensitive";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Feature, Label, Time, Ignored, Id, Group, Weight, Sensitive];
}
