namespace MonitoringDemo.Drift.Channels;

/// <summary>What can move in a distribution.</summary>
internal enum AlternativeKind
{
    /// <summary>All values, up or down.</summary>
    Location,

    /// <summary>The spread of the values.</summary>
    Scale,

    /// <summary>The share of one category, or of missing values.</summary>
    Share,
}
