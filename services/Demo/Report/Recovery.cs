namespace MonitoringDemo.Demo.Report;

/// <summary>How long the fleet stayed below its own level after a change.</summary>
public static class Recovery
{
    /// <summary>A block this close below the level before the onset counts as recovered.</summary>
    public const double Margin = 0.03;

    /// <summary>Onset to the end of the first block that is back, after one that had fallen; null when none fell or none came back.</summary>
    public static long? RowsUntilBack(IReadOnlyList<ReportBlock> blocks, long onset)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var before = blocks.Where(b => EndOf(b) <= onset).Select(b => b.Fleet).ToList();
        if (before.Count == 0)
            return null;

        var level = before.Average() - Margin;
        var fallen = false;
        foreach (var block in blocks.Where(b => EndOf(b) > onset))
        {
            if (block.Fleet < level)
                fallen = true;
            else if (fallen)
                return EndOf(block) - onset;
        }

        return null;
    }

    /// <summary>One past the last row number that belongs to a block.</summary>
    public static long EndOf(ReportBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return ((block.Row / BlockAccuracy.BlockRows) + 1) * BlockAccuracy.BlockRows;
    }
}
