namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>What can be wrong with a feature.</summary>
internal enum BrokenInput
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>Normal noise of a tenth of its spread.</summary>
    Noise,

    /// <summary>A thousand times as large.</summary>
    Unit,

    /// <summary>Ten times its range beyond the largest.</summary>
    Far,

    /// <summary>A category never seen before.</summary>
    Unseen,

    /// <summary>It stands in the place of another.</summary>
    Swapped,
}
