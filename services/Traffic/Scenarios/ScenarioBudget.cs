namespace MonitoringDemo.Traffic.Scenarios;

/// <summary>How good the fleet must be. Null and false mean that the scenario does not ask for it.</summary>
public sealed record ScenarioBudget
{
    /// <summary>The fleet's accuracy over all served rows must exceed the static twin's by this much.</summary>
    public double? FleetAboveStatic { get; init; }

    /// <summary>The fleet's accuracy after the onset may differ by this much from its accuracy between warm-up and onset.</summary>
    public double? AccuracyWithinOfBefore { get; init; }

    /// <summary>By this many rows after the onset, the fleet must come within <see cref="OracleMargin"/> of the oracle.</summary>
    public long? OracleWithin { get; init; }

    /// <summary>How far the fleet's accuracy may stay below the oracle's on the same rows.</summary>
    public double? OracleMargin { get; init; }

    /// <summary>Rows of the new world that the oracle is trained on (<c>SongWorld.Sample</c>).</summary>
    public int OracleRows { get; init; } = 5_000;

    /// <summary>Rows after the mend within which every finding that the scenario caused must be cleared and accuracy be back.</summary>
    public long? NormalWithinOfMend { get; init; }

    /// <summary>No row of [onset + <see cref="ScenarioManifest.BreaksAfter"/>, mend) may be in the snapshot of any model.</summary>
    public bool NoBrokenRowTrainedOn { get; init; }

    /// <summary>The column beside the schema that the fleet must have named.</summary>
    public string? ColumnNoticed { get; init; }

    /// <summary>An alert must have been raised after the onset.</summary>
    public bool OwnerAlerted { get; init; }
}
