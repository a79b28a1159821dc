namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Where a replay first went another way than the recording.</summary>
/// <param name="Row">The row that came next.</param>
/// <param name="Recorded">What was done then.</param>
/// <param name="Now">What is done now.</param>
internal sealed record RewindDifference(long Row, string Recorded, string Now)
{
    public override string ToString() => FormattableString.Invariant($"at row {Row:N0}. Recorded: {Recorded.TrimEnd('.')}. Now: {Now.TrimEnd('.')}.");
}
