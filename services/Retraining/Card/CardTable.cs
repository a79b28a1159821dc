namespace MonitoringDemo.Retraining.Card;

/// <summary>A table of a model card.</summary>
/// <param name="Heads">The columns; one that begins with <c>&gt;</c> holds numbers.</param>
/// <param name="Rows">A cell for each column, plain text.</param>
internal sealed record CardTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
