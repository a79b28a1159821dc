using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Additive;

/// <summary>The mean of a term over the training rows.</summary>
internal static class TermAverage
{
    public static double Over(DataSet data, int feature, AdditiveTerm term)
    {
        var values = data.Values;
        var stride = data.Schema.Count;
        var sum = 0.0;
        for (var i = feature; i < values.Length; i += stride)
            sum += term.Of(values[i]);
        return sum / data.Count;
    }
}
