namespace MonitoringDemo.MicrosoftML.Models;

/// <summary>A tree as FastTree tells of it: node i asks whether a column is at most a threshold. A child below 0 is the leaf ~child.</summary>
/// <param name="Columns">The column that each node asks for; at least one.</param>
/// <param name="Thresholds">What it is compared with.</param>
/// <param name="Left">Where rows at or below the threshold go.</param>
/// <param name="Right">Where the others go.</param>
/// <param name="Leaves">What each leaf adds to the score.</param>
internal sealed record LearnedTree(
    IReadOnlyList<int> Columns, IReadOnlyList<float> Thresholds, IReadOnlyList<int> Left, IReadOnlyList<int> Right, IReadOnlyList<double> Leaves);
