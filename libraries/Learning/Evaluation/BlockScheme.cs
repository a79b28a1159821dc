namespace MonitoringDemo.Learning.Evaluation;

/// <summary>How blocks are drawn from a series of rows.</summary>
public enum BlockScheme
{
    /// <summary>The rows are laid in a circle, so that every row is drawn equally often. D. N. Politis and J. P. Romano, "A circular block-resampling procedure for stationary data" (1992).</summary>
    Circular,

    /// <summary>Blocks lie inside the series; rows at its ends are drawn less often. H. R. Künsch, "The jackknife and the bootstrap for general stationary observations", Annals of Statistics 17 (1989).</summary>
    Moving,
}
