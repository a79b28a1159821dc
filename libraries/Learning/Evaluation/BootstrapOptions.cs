namespace MonitoringDemo.Learning.Evaluation;

/// <summary>How an interval is to be made.</summary>
/// <param name="Resamples">Series drawn; at least 20. A 95 % interval wants 1,000 or more, a coarse one 200.</param>
/// <param name="Level">The share of intervals that should cover the truth, in (0, 1).</param>
/// <param name="BlockLength">Rows that are drawn together; 1 takes rows for independent; null takes the larger of <see cref="BlockLengths.Automatic"/> and <see cref="BlockLengths.CubeRoot"/>.</param>
/// <param name="Scheme">How blocks are drawn.</param>
/// <param name="Seed">The same seed draws the same series.</param>
public sealed record BootstrapOptions(
    int Resamples = 1000, double Level = 0.95, int? BlockLength = null, BlockScheme Scheme = BlockScheme.Circular, ulong Seed = 1);
