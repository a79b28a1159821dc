namespace MonitoringDemo.Messages.Retraining;

/// <summary>The stages that a release passes through.</summary>
public static class ReleaseStages
{
    /// <summary>The candidate is scored beside the champion and not served.</summary>
    public const string Shadow = "shadow";

    /// <summary>The candidate answers a share of the requests, and is scored beside the champion on all others.</summary>
    public const string Canary = "canary";

    /// <summary>The candidate became the champion.</summary>
    public const string Promoted = "promoted";

    /// <summary>The shadow was withdrawn; the champion stays.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The champion proved worse than its predecessor, which serves again; or a canary was taken back, and the champion answers all requests again.</summary>
    public const string RolledBack = "rolled-back";

    /// <summary>An archived version serves again.</summary>
    public const string Restored = "restored";
}
