using System.Text.Json;

namespace MonitoringDemo.DetectionQuality.Streams;

/// <summary>What one value is drawn from, its parameters read once.</summary>
internal sealed record Distribution(
    Shape Shape, double Mean = 0, double Sd = 1, double P = 0, double Phi = 0, double Period = 1, double Amplitude = 0)
{
    public static Distribution Read(JsonElement element)
    {
        double Get(string name, double other) => element.TryGetProperty(name, out var value) ? value.GetDouble() : other;
        var shape = element.GetProperty("dist").GetString() switch
        {
            "normal12" => Shape.Normal12,
            "heavy12" => Shape.Heavy12,
            "triangle12" => Shape.Triangle12,
            "ar1_12" => Shape.Ar1,
            "bernoulli" => Shape.Bernoulli,
            var other => throw new InvalidDataException($"No such distribution: {other}."),
        };
        return new Distribution(shape, Get("mean", 0), Get("sd", 1), Get("p", 0), Get("phi", 0), Get("period", 1), Get("amplitude", 0));
    }
}
