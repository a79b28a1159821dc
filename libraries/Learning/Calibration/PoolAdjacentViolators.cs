namespace MonitoringDemo.Learning.Calibration;

/// <summary>The nondecreasing function of the scores that is nearest to the labels in squared error, as the knots of a broken line.</summary>
internal static class PoolAdjacentViolators
{
    /// <summary>Ascending scores and the fitted value at each; of a flat stretch only its two ends.</summary>
    public static (double[] Scores, double[] Values) Fit(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        var blocks = Blocks(scores, labels);
        var (knots, values) = (new List<double>(2 * blocks.Count), new List<double>(2 * blocks.Count));
        foreach (var block in blocks)
        {
            knots.Add(block.First);
            values.Add(block.Mean);
            if (block.Last == block.First)
                continue;
            knots.Add(block.Last);
            values.Add(block.Mean);
        }

        return ([.. knots], [.. values]);
    }

    private static List<Block> Blocks(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        var (sorted, classes) = (scores.ToArray(), labels.ToArray());
        Array.Sort(sorted, classes);
        var blocks = new List<Block>();
        for (var from = 0; from < sorted.Length;)
        {
            // Equal scores are one block from the start; counts are whole numbers, so no order of rows changes a bit.
            var ones = 0;
            var to = from;
            for (; to < sorted.Length && sorted[to] == sorted[from]; to++)
                ones += classes[to];

            var block = new Block(sorted[from], sorted[from], ones, to - from);
            while (blocks.Count > 0 && !blocks[^1].IsBelow(block))
            {
                block = new Block(blocks[^1].First, block.Last, blocks[^1].Ones + block.Ones, blocks[^1].Rows + block.Rows);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
            from = to;
        }

        return blocks;
    }

    private readonly record struct Block(double First, double Last, long Ones, long Rows)
    {
        public double Mean => (double)Ones / Rows;

        public bool IsBelow(Block next) => Ones * next.Rows < next.Ones * Rows;
    }
}
