using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Demo.Labs;

/// <summary>One row as it was served.</summary>
/// <param name="Features">Its values in schema order.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Answer">The class that was answered.</param>
/// <param name="StaticScore">The probability of a hit that model 1 would have given.</param>
internal sealed record LabRow(double[] Features, int Version, byte Answer, double StaticScore)
{
    /// <summary>What model 1 would have answered.</summary>
    public byte StaticAnswer => Evaluator.Decide(StaticScore);
}
