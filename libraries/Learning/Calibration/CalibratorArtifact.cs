using System.Buffers;
using System.Text.Json;
using MonitoringDemo.Learning.Artifacts;

namespace MonitoringDemo.Learning.Calibration;

/// <summary>A calibrator as bytes, in the manner of <see cref="ModelArtifact"/>: a line with version, length and SHA-256, then canonical JSON.</summary>
/// <example><c>MonitoringDemo.Calibrator 1 52 9f86d081…</c>, line feed, <c>{"method":"platt","slope":0.8,"intercept":0.1}</c></example>
public static class CalibratorArtifact
{
    private const string Magic = "MonitoringDemo.Calibrator";
    private const int Version = 1;

    /// <summary>Reads a calibrator.</summary>
    /// <param name="artifact">The bytes of <see cref="ICalibrator.ToArtifact"/>.</param>
    /// <exception cref="InvalidModelArtifactException">The bytes are foreign, truncated, damaged, unsound, or of an unknown version or method.</exception>
    public static ICalibrator Read(ReadOnlySpan<byte> artifact)
    {
        var body = ArtifactEnvelope.Unwrap(Magic, Version, "calibrator", artifact);
        try
        {
            using var document = JsonDocument.Parse(body.ToArray());
            var root = document.RootElement;
            return root.GetProperty("method").GetString() switch
            {
                IsotonicCalibrator.Family => Isotonic(Numbers(root, "scores"), Numbers(root, "probabilities")),
                PlattCalibrator.Family => Platt(root.GetProperty("slope").GetDouble(), root.GetProperty("intercept").GetDouble()),
                var method => throw new InvalidModelArtifactException($"The artifact holds a calibrator of the method '{method}', which this build cannot read."),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidModelArtifactException($"The artifact's content is malformed: {e.Message}", e);
        }
    }

    internal static byte[] Write(string method, Action<Utf8JsonWriter> parameters)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("method", method);
            parameters(writer);
            writer.WriteEndObject();
        }

        return ArtifactEnvelope.Wrap(Magic, Version, body.WrittenSpan);
    }

    private static IsotonicCalibrator Isotonic(double[] scores, double[] values)
    {
        var sound = scores.Length > 0 && scores.Length == values.Length
            && Enumerable.Range(0, scores.Length).All(i => scores[i] is >= 0.0 and <= 1.0 && values[i] is >= 0.0 and <= 1.0
                && (i == 0 || (scores[i] > scores[i - 1] && values[i] >= values[i - 1])));
        return sound
            ? new IsotonicCalibrator(scores, values)
            : throw new InvalidModelArtifactException("The knots of the isotonic calibrator are not sound: scores must ascend, probabilities must not descend, both in [0, 1].");
    }

    private static PlattCalibrator Platt(double slope, double intercept) =>
        double.IsFinite(slope) && double.IsFinite(intercept)
            ? new PlattCalibrator(slope, intercept)
            : throw new InvalidModelArtifactException("The slope or the intercept of the Platt calibrator is not a finite number.");

    private static double[] Numbers(JsonElement root, string name) => [.. root.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];
}
