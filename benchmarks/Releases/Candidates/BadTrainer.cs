using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Releases.Candidates;

/// <summary>Trains a model as the house does, and spoils it in one way.</summary>
internal sealed class BadTrainer(BadCandidate bad) : IModelTrainer
{
    public string Name => bad.Trainer;

    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        var sound = new BinnedLogisticTrainer().Train(data, parameters, seed);
        var tempo = data.Schema.IndexOf("tempo");
        double[] values = [.. Enumerable.Range(0, data.Count).Select(row => data.Row(row)[tempo]).Where(double.IsFinite).Order()];
        return new BadModel(sound, bad, At(values, 0.6), At(values, 0.6 + bad.Amount));
    }

    /// <summary>A quantile, between two values where it falls there.</summary>
    private static double At(double[] values, double share)
    {
        var place = Math.Clamp(share, 0, 1) * (values.Length - 1);
        var below = (int)place;
        return values[below] + ((place - below) * (values[Math.Min(below + 1, values.Length - 1)] - values[below]));
    }
}
