namespace MonitoringDemo.Tables;

/// <summary>Where a row stands.</summary>
/// <param name="File">The file, without its folder.</param>
/// <param name="Group">From 1, the row group or batch in which the row is; 0 where rows are lines.</param>
/// <param name="Row">From 1, the line of the file, or the row within its group.</param>
public readonly record struct RowPlace(string File, int Group, long Row)
{
    /// <summary>As messages say it, without the file.</summary>
    public string InWords => Group == 0
        ? FormattableString.Invariant($"line {Row}")
        : FormattableString.Invariant($"row group {Group}, row {Row}");
}
