namespace MonitoringDemo.Demo.Report;

/// <summary>Counts right answers by blocks of 1,000 row numbers, in memory that does not grow with the rows of a block.</summary>
public sealed class BlockAccuracy
{
    /// <summary>Row numbers in a block.</summary>
    public const int BlockRows = 1000;

    private readonly List<Block> _blocks = [];

    /// <summary>Adds one served row; rows come in ascending order.</summary>
    public void Add(long row, bool fleetRight, bool staticRight)
    {
        if (_blocks.Count == 0 || _blocks[^1].Number != row / BlockRows)
            _blocks.Add(new Block(row / BlockRows, row));
        var block = _blocks[^1];
        block.Rows++;
        block.FleetRight += fleetRight ? 1 : 0;
        block.StaticRight += staticRight ? 1 : 0;
    }

    public ReportAccuracy Summarise()
    {
        long rows = 0, fleet = 0, twin = 0;
        var blocks = new List<ReportBlock>(_blocks.Count);
        foreach (var block in _blocks)
        {
            rows += block.Rows;
            fleet += block.FleetRight;
            twin += block.StaticRight;
            blocks.Add(new ReportBlock(block.FirstRow, Share(block.FleetRight, block.Rows), Share(block.StaticRight, block.Rows)));
        }

        return new ReportAccuracy(rows == 0 ? null : Share(fleet, rows), rows == 0 ? null : Share(twin, rows), blocks);
    }

    private static double Share(long right, long rows) => (double)right / rows;

    private sealed class Block(long number, long firstRow)
    {
        public long Number { get; } = number;

        public long FirstRow { get; } = firstRow;

        public long Rows { get; set; }

        public long FleetRight { get; set; }

        public long StaticRight { get; set; }
    }
}
