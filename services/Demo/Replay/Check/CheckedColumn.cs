namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>What is in a column.</summary>
/// <param name="Name">As the header has it.</param>
/// <param name="TakenAs">What a replay would take it for: <c>number</c>, <c>category</c>, <c>time</c>, or <c>left out</c>.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Different">Different values; of more than <see cref="ColumnCount.MostCounted"/>, that number.</param>
/// <param name="Notes">What a reader should know, for instance that it is constant, or likely an id.</param>
public sealed record CheckedColumn(string Name, string TakenAs, long Missing, int Different, IReadOnlyList<string> Notes);
