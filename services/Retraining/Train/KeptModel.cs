using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Retraining.Train;

/// <summary>The model that would serve if nothing had been trained since: what training anew is held against while it is trusted.</summary>
/// <param name="version">Which.</param>
/// <param name="model">It.</param>
internal sealed class KeptModel(int version, IModel model)
{
    private double _saved;

    public int Version => version;

    /// <summary>Rows that both answered.</summary>
    public int Rows { get; private set; }

    /// <summary>Squared error a row that training anew saved.</summary>
    public double MeanGain => _saved / Math.Max(1, Rows);

    public void Take(double championScore, ReadOnlySpan<double> values, byte label)
    {
        Rows++;
        _saved += PairedLoss.Brier(model.Score(values), championScore, label);
    }
}
