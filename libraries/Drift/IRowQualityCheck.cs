using MonitoringDemo.Drift.DataQuality;

namespace MonitoringDemo.Drift;

/// <summary>
/// An extension point: one way in which whole rows can be broken, where no feature by itself shows it: rows that come twice,
/// columns that swapped places, clocks that are wrong.
/// </summary>
/// <remarks>
/// The sibling of <see cref="IDataQualityCheck"/>, and in the same spirit: a check weighs each row, the monitor adds the weights up.
/// Checks have a public parameterless constructor, keep no state, and are found by scanning assemblies.
/// </remarks>
public interface IRowQualityCheck
{
    /// <summary>Unique among all checks, lower-case, for instance <c>duplicates</c>; findings carry it as their detector.</summary>
    string Name { get; }

    /// <summary>
    /// Up to 0: it is asked before the features' own checks. Above: it is asked after them, and only while no feature by itself is
    /// broken, for then that explains it. Among row checks the lowest rank comes first.
    /// </summary>
    int Rank { get; }

    /// <summary>The summed weight (in nats) that proves the rows broken, given what is known of them.</summary>
    double Needed(RowProfile well, int hypothesis);

    /// <summary>The least number of rows that may prove it.</summary>
    int LeastRows => 20;

    /// <summary>How many ways of being broken it knows, over all columns; a monitor's budget of false findings is shared among them.</summary>
    int Hypotheses(RowProfile well) => 1;

    /// <summary>Whether the profile allows this check to judge at all.</summary>
    bool Applies(RowProfile well);

    /// <summary>A cheap look at the newest few rows. Called all the time.</summary>
    /// <param name="well">What is known of the rows when they are well.</param>
    /// <param name="newest">The newest few rows, counted.</param>
    /// <param name="hypotheses">Receives the hypotheses that are worth weighing; those that do not fit are passed over.</param>
    /// <returns>How many were written; 0 ends the matter.</returns>
    int Suspects(RowProfile well, in RowBlock newest, Span<int> hypotheses);

    /// <summary>Weighs each row; called only upon suspicion.</summary>
    /// <param name="well">What is known of the rows when they are well.</param>
    /// <param name="hypothesis">One that <see cref="Suspects"/> named.</param>
    /// <param name="rows">Neighbouring rows, in their order.</param>
    /// <param name="weights">One place per row: ln P(row | broken) − ln P(row | well).</param>
    void Weigh(RowProfile well, int hypothesis, in RowWindow rows, Span<double> weights);

    /// <summary>Whether the rows that were found to be broken really look as this hypothesis says.</summary>
    bool Confirms(RowProfile well, int hypothesis, in RowWindow broken) => true;

    /// <summary>The column that a finding names, by its index; -1 when it is about whole rows.</summary>
    int ColumnOf(RowProfile well, int hypothesis) => -1;

    /// <summary>Whether this hypothesis explains whatever is wrong with a column: its own checks are silent while it holds.</summary>
    bool Explains(RowProfile well, int hypothesis, int column) => false;

    /// <summary>What is wrong, to follow <c>Since row 8,000</c> in a sentence, for instance <c>73 % of rows came before</c>.</summary>
    string Describe(RowProfile well, int hypothesis, in RowWindow broken);
}
