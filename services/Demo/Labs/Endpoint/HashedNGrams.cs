using System.IO.Hashing;
using System.Text;

namespace MonitoringDemo.Demo.Labs.Endpoint;

/// <summary>A vector for a text: each run of three letters counts in the place that its hash names. It knows spelling and no meaning, and stands for an embedding where no model may be had; the same text has the same vector everywhere.</summary>
internal static class HashedNGrams
{
    private const int Places = 128;
    private const int Letters = 3;

    /// <summary>Of length 1.</summary>
    public static double[] Of(string text)
    {
        var vector = new double[Places];
        var bytes = Encoding.UTF8.GetBytes(text.ToLowerInvariant());
        for (var i = 0; i + Letters <= bytes.Length; i++) vector[XxHash64.HashToUInt64(bytes.AsSpan(i, Letters)) % Places]++;
        return Unit(vector);
    }

    /// <summary>One minus the cosine between two vectors of length 1: 0 for the same direction, 1 for nothing in common.</summary>
    public static double Distance(double[] one, double[] other)
    {
        var product = 0.0;
        for (var i = 0; i < Places; i++) product += one[i] * other[i];
        return 1 - product;
    }

    private static double[] Unit(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(value => value * value));
        return length == 0 ? vector : [.. vector.Select(value => value / length)];
    }
}
