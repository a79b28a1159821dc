using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.MicrosoftML.Models;

/// <summary>What is left to say when no column tells rows apart.</summary>
internal static class BaseRate
{
    /// <summary>The log-odds of class 1 among the rows, which have both classes.</summary>
    public static double LogOdds(DataSet data)
    {
        var ones = 0;
        foreach (var label in data.Labels)
            ones += label;
        return Deterministic.Log((double)ones / (data.Count - ones));
    }
}
