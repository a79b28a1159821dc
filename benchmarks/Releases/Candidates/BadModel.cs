using System.Diagnostics;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Releases.Candidates;

/// <summary>A sound model with one thing wrong.</summary>
/// <param name="sound">The model.</param>
/// <param name="bad">What is wrong.</param>
/// <param name="from">The tempo from which on it gives no number,</param>
/// <param name="to">up to this.</param>
internal sealed class BadModel(IModel sound, BadCandidate bad, double from, double to) : IModel
{
    /// <summary>The family.</summary>
    public const string Family = "bad";

    private readonly int _key = sound.Schema.IndexOf("key"), _mode = sound.Schema.IndexOf("mode"), _tempo = sound.Schema.IndexOf("tempo");

    public string Algorithm => Family;

    public FeatureSchema Schema => sound.Schema;

    public double Score(ReadOnlySpan<double> row)
    {
        var score = sound.Score(row);
        switch (bad.Kind)
        {
            case BadKind.Worse:
                return Deterministic.Sigmoid(LogOdds(score) + (bad.Amount * NoiseOf(row)));
            case BadKind.WorseOnASlice:
                return row[_key] == bad.Amount ? 1 - score : score;
            case BadKind.Slow:
                var began = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(began).TotalMicroseconds < bad.Amount) Thread.SpinWait(20);
                return score;
            case BadKind.Constant:
                return bad.Amount;
            case BadKind.Biased:
                return row[_mode] == 0 ? Deterministic.Sigmoid(LogOdds(score) - bad.Amount) : score;
            default:
                return row[_tempo] >= from && row[_tempo] < to ? double.NaN : score;
        }
    }

    public void Score(ReadOnlySpan<double> rows, Span<double> scores)
    {
        for (var i = 0; i < scores.Length; i++) scores[i] = Score(rows.Slice(i * Schema.Count, Schema.Count));
    }

    public byte[] ToArtifact() => ModelArtifact.Write(Family, Schema, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("kind", bad.Kind.ToString());
        writer.WriteNumber("amount", bad.Amount);
        writer.WriteNumber("from", from);
        writer.WriteNumber("to", to);
        writer.WriteBase64String("sound", sound.ToArtifact());
        writer.WriteEndObject();
    });

    private static double LogOdds(double score) => Deterministic.Log(Math.Clamp(score, 1e-9, 1 - 1e-9) / (1 - Math.Clamp(score, 1e-9, 1 - 1e-9)));

    /// <summary>The same row, the same noise.</summary>
    private static double NoiseOf(ReadOnlySpan<double> row)
    {
        var key = 17UL;
        foreach (var value in row) key = SplitMix64.Mix(key, BitConverter.DoubleToUInt64Bits(value));
        return new SplitMix64(key).NextNormal();
    }
}
