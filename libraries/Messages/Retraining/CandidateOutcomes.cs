namespace MonitoringDemo.Messages.Retraining;

/// <summary>What became of a candidate in its training run.</summary>
public static class CandidateOutcomes
{
    /// <summary>The best on the newest rows: the run's candidate.</summary>
    public const string Won = "won";

    /// <summary>Another was better.</summary>
    public const string Lost = "lost";

    /// <summary>It could not be trained.</summary>
    public const string Failed = "failed";

    /// <summary>The budget of the run was spent.</summary>
    public const string LeftOut = "left-out";
}
