using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>What candidates are judged on, and how strictly; in the section <c>Retraining</c>. All lengths are in rows of the stream.</summary>
public sealed class JudgingOptions
{
    /// <summary>The newest share of the rows since a change that is kept back to judge candidates on.</summary>
    [Range(0.05, 0.5)]
    public double HoldoutShare { get; set; } = 0.25;

    /// <summary>The least rows to judge candidates on. Where accuracy collapsed, fewer than the least are enough: see <see cref="LeastHoldoutAfterCollapse"/>.</summary>
    [Range(50, 100_000)]
    public int LeastHoldout { get; set; } = 100;

    /// <summary>The most rows to judge candidates on.</summary>
    [Range(50, 100_000)]
    public int MostHoldout { get; set; } = 1_000;

    /// <summary>The least rows to judge candidates on where accuracy collapsed.</summary>
    [Range(8, 100_000)]
    public int LeastHoldoutAfterCollapse { get; set; } = 12;

    /// <summary>The error level of the quality gate; shared out among the candidates tried.</summary>
    [Range(1e-9, 0.5)]
    public double QualityAlpha { get; set; } = 0.05;

    /// <summary>The error level at which a candidate has to answer more rows right than the champion, where accuracy fell and no input moved: else labels may be noisier, and nothing is to be learned.</summary>
    [Range(1e-9, 0.5)]
    public double MendAlpha { get; set; } = 0.02;

    /// <summary>A candidate that the held-out rows prove better at this error level serves at once, without a shadow.</summary>
    [Range(1e-12, 0.5)]
    public double ProofAlpha { get; set; } = 0.01;

    /// <summary>The milliseconds that a candidate may take for a row, by the median; a slower one is no candidate. Only live, never in lockstep.</summary>
    [Range(0.001, 60_000.0)]
    public double MostScoreMilliseconds { get; set; } = 1;

    /// <summary>Files of assemblies with gates of your own: absolute, or relative to the working directory. Their gates are public classes, and judge beside the house's.</summary>
    public IList<string> Assemblies { get; } = [];
}
