using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Train;

/// <summary>When models are trained without a finding, and what makes one of them news; in the section <c>Retraining</c>. All lengths are in rows of the stream.</summary>
public sealed class ChallengerOptions
{
    /// <summary>Clean outcomes between two trainings of the standing challengers, and between two releases while training anew is trusted.</summary>
    [Range(100, 1_000_000)]
    public int ChallengerEvery { get; set; } = 500;

    /// <summary>In quiet times that doubles with each round that shows no promise, up to this: steady traffic must stay cheap. A finding brings it back.</summary>
    [Range(100, 1_000_000)]
    public int ChallengerEveryAtMost { get; set; } = 32_000;

    /// <summary>While training anew is trusted, that follows what it brings: where it brings much, down to this,</summary>
    [Range(50, 1_000_000)]
    public int TrustedEveryAtLeast { get; set; } = 125;

    /// <summary>and where it brings little, up to this.</summary>
    [Range(100, 1_000_000)]
    public int TrustedEveryAtMost { get; set; } = 4_000;

    /// <summary>The numbers of newest clean rows that they are trained on, each with each candidate, split by semicolons.</summary>
    public string ChallengerWindows { get; set; } = "1000; 3000";

    /// <summary>Squared error a row by which one must be better: less is not worth a release.</summary>
    [Range(0.0, 0.5)]
    public double ChallengerMargin { get; set; } = 0.003;

    /// <summary>The error level of the always-valid test of each.</summary>
    [Range(1e-12, 0.5)]
    public double ChallengerAlpha { get; set; } = 0.005;

    /// <summary>Outcomes to a suspicion without a cause, on average: a rise of errors that is enough to train challengers sooner, and no more.</summary>
    [Range(100.0, 1e12)]
    public double SuspicionRunLength { get; set; } = 20_000;
}
