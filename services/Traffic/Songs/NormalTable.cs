using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Traffic.Songs;

/// <summary>The normal distribution function from a table, within 5e-7: ten look-ups a song cost less than one exact value.</summary>
internal static class NormalTable
{
    private const double Limit = 8.0;
    private const double PerUnit = 256.0;

    private static readonly double[] Values = Build();

    public static double Cdf(double z)
    {
        var position = (Math.Clamp(z, -Limit, Limit) + Limit) * PerUnit;
        var index = Math.Min((int)position, Values.Length - 2);
        var low = Values[index];
        return low + ((position - index) * (Values[index + 1] - low));
    }

    private static double[] Build()
    {
        var values = new double[(int)(2 * Limit * PerUnit) + 1];
        for (var i = 0; i < values.Length; i++)
            values[i] = Deterministic.NormalCdf((i / PerUnit) - Limit);
        return values;
    }
}
