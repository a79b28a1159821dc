namespace MonitoringDemo.Retraining.Release;

/// <summary>What a release still has to prove.</summary>
internal enum ReleasePhase
{
    /// <summary>Nothing: the champion serves alone.</summary>
    Settled,

    /// <summary>The shadow must not be worse than the champion.</summary>
    Shadow,

    /// <summary>A share of the requests is answered by the shadow, and must not be answered worse.</summary>
    Canary,

    /// <summary>The new champion must not be worse than its predecessor, which runs as shadow.</summary>
    Probation,

    /// <summary>Every process has to load the shadow and score some rows with it, before all requests go to it at once.</summary>
    Prepared,
}
