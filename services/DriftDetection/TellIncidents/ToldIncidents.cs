namespace MonitoringDemo.DriftDetection.TellIncidents;

/// <summary>What the incidents so far have left behind.</summary>
internal sealed record ToldIncidents
{
    /// <summary>Every finding that was reported and holds, by its id.</summary>
    public Dictionary<string, ToldFinding> OpenFindings { get; init; } = [];

    /// <summary>The row in the name of the newest incident; the next one has a later row in its name.</summary>
    public long NewestOnset { get; set; } = -1;
}
