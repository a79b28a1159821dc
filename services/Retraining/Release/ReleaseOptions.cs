using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Release;

/// <summary>How long a release is watched, and what ends it or brings an old version back; in the section <c>Retraining</c>. All lengths are in rows of the stream.</summary>
public sealed class ReleaseOptions
{
    /// <summary>Served outcomes that a candidate spends in shadow at most: it ends sooner when its always-valid tests say better, or worse.</summary>
    [Range(1, 100_000)]
    public int ShadowRows { get; set; } = 250;

    /// <summary>The same when the champion is known to be broken, so that recovery is fast.</summary>
    [Range(1, 100_000)]
    public int UrgentShadowRows { get; set; } = 100;

    /// <summary>The error level at which a shadow is better, and ends.</summary>
    [Range(1e-12, 0.5)]
    public double ShadowAlpha { get; set; } = 0.05;

    /// <summary>Standard errors by which a shadow may look worse at its end; a candidate got here because it was better, so chance has the benefit of the doubt.</summary>
    [Range(0.0, 10.0)]
    public double ShadowSigmas { get; set; } = 2.0;

    /// <summary>Served outcomes during which a new champion may still be rolled back by itself, at most: it ends sooner when the new champion is proven better.</summary>
    [Range(1, 1_000_000)]
    public int ProbationRows { get; set; } = 1_000;

    /// <summary>The error level of the always-valid tests that take a release back.</summary>
    [Range(1e-12, 0.5)]
    public double Alpha { get; set; } = 0.001;

    /// <summary>Archived versions that are scored beside the champion.</summary>
    [Range(0, 100)]
    public int ArchivedVersions { get; set; } = 8;

    /// <summary>Rows to a restore by mistake, on average, of an archived version that is no better than the champion.</summary>
    [Range(100.0, 1e12)]
    public double RestoreRunLength { get; set; } = 20_000;
}
