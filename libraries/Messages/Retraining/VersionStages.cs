namespace MonitoringDemo.Messages.Retraining;

/// <summary>The stages that a version goes through on its way out of use.</summary>
public static class VersionStages
{
    /// <summary>In use, or ready to serve again.</summary>
    public const string Active = "active";

    /// <summary>Its end is announced: callers are warned, and the fleet does not bring it back by itself.</summary>
    public const string Deprecated = "deprecated";

    /// <summary>It does not serve any more; artifact and rows are kept.</summary>
    public const string Archived = "archived";

    /// <summary>Artifact, signature and rows are gone; the journal's record stays.</summary>
    public const string Deleted = "deleted";

    /// <summary>Every stage, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [Active, Deprecated, Archived, Deleted];
}
