using MonitoringDemo.Drift.DataQuality;

namespace MonitoringDemo.Drift;

/// <summary>
/// An extension point: one way in which the values of a feature can be broken, as opposed to merely different.
/// </summary>
/// <remarks>
/// A check weighs each value: how much likelier is it when the feature is broken than when it is well? The monitor
/// adds the weights up over the newest rows, and from the sums tells that something broke, where it began and where
/// it ended. Checks have a public parameterless constructor, keep no state, and are found by scanning assemblies.
/// </remarks>
public interface IDataQualityCheck
{
    /// <summary>Unique, lower-case, for instance <c>unit-change</c>; findings carry it as their detector.</summary>
    string Name { get; }

    /// <summary>When several checks explain the same rows, the lowest rank is reported.</summary>
    int Rank { get; }

    /// <summary>How many ways of being broken it knows, for instance one per factor of a unit change.</summary>
    int Hypotheses => 1;

    /// <summary>The summed weight (in nats) that proves the feature broken, given what is known of it.</summary>
    double Needed(FeatureProfile well);

    /// <summary>The least number of rows that may prove it; fewer for the better explanation, so that it is the first to speak.</summary>
    int LeastRows => 20;

    /// <summary>Whether the profile allows this check to judge at all.</summary>
    bool Applies(FeatureProfile well);

    /// <summary>A cheap look at the newest few rows; false ends the matter. Called all the time.</summary>
    bool Suspects(FeatureProfile well, in BlockSummary newest);

    /// <summary>Weighs each value; called only upon suspicion.</summary>
    /// <param name="well">What is known of the feature when it is well.</param>
    /// <param name="hypothesis">From 0 to <see cref="Hypotheses"/>.</param>
    /// <param name="values">Values of neighbouring rows, in their order; NaN is missing.</param>
    /// <param name="weights">One place per value: ln P(value | broken) − ln P(value | well).</param>
    void Weigh(FeatureProfile well, int hypothesis, ReadOnlySpan<double> values, Span<double> weights);

    /// <summary>Whether the rows that were found to be broken really look as this hypothesis says.</summary>
    bool Confirms(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken) => true;

    /// <summary>Whether this value shows the break all by itself, so that the broken rows are known exactly; null where only many values together show it.</summary>
    bool? IsBroken(FeatureProfile well, int hypothesis, double value) => null;

    /// <summary>What is wrong, to follow the feature's name in a sentence, for instance <c>98 % of values are missing</c>.</summary>
    string Describe(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken);
}
