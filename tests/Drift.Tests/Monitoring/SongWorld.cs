using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>A seeded stream of rows shaped like songs: heavy tails, atoms, whole numbers, categories; a model with one error in five.</summary>
internal sealed class SongWorld(ulong seed)
{
    public const int Danceability = 0, Energy = 1, Loudness = 2, Speechiness = 3, Acousticness = 4, Instrumentalness = 5,
        Liveness = 6, Valence = 7, Tempo = 8, Duration = 9, Key = 10, Mode = 11, TimeSignature = 12;

    private readonly SplitMix64 _random = new(seed);

    public static FeatureSchema Schema { get; } = new(
        [
            .. new[] { "danceability", "energy", "loudness", "speechiness", "acousticness", "instrumentalness", "liveness", "valence", "tempo" }
                .Select(name => new Feature(name, FeatureKind.Numeric, [])),
            new Feature("duration_ms", FeatureKind.Numeric, [], Nullable: true),
            new Feature("key", FeatureKind.Categorical, [.. Enumerable.Range(0, 12).Select(key => $"{key}")]),
            new Feature("mode", FeatureKind.Categorical, ["0", "1"]),
            new Feature("time_signature", FeatureKind.Categorical, ["1", "3", "4", "5"]),
        ],
        "hit");

    public double ErrorRate { get; set; } = 0.2;

    public double ScoreShift { get; set; }

    public Action<double[]>? Change { get; set; }

    public double[] NextRow()
    {
        var row = new double[Schema.Count];
        row[Danceability] = Deterministic.Sigmoid(0.2 + 0.7 * Normal());
        row[Energy] = Deterministic.Sigmoid(0.3 + 1.1 * Normal());
        row[Loudness] = Math.Min(1, -3 - 6 * Deterministic.Exp(0.6 * Normal()));
        row[Speechiness] = Math.Min(0.96, 0.025 + 0.03 * Deterministic.Exp(1.1 * Normal()));
        row[Acousticness] = Deterministic.Sigmoid(-1 + 3 * Normal());
        row[Instrumentalness] = _random.NextDouble() < 0.4 ? 0 : Deterministic.Sigmoid(-6 + 4 * Normal());
        row[Liveness] = Math.Min(1, 0.02 + 0.13 * Deterministic.Exp(0.7 * Normal()));
        row[Valence] = Deterministic.Sigmoid(0.2 + 1.2 * Normal());
        row[Tempo] = Math.Round(120 + 28 * Normal(), 3);
        row[Duration] = Math.Round(210_000 * Deterministic.Exp(0.35 * Normal()));
        row[Key] = _random.NextInt(12);
        row[Mode] = _random.NextDouble() < 0.7 ? 1 : 0;
        var meter = _random.NextDouble();
        row[TimeSignature] = meter < 0.015 ? 0 : meter < 0.13 ? 1 : meter < 0.98 ? 2 : 3;
        Change?.Invoke(row);
        return row;
    }

    public double NextScore() => Deterministic.Sigmoid(ScoreShift + 1.5 * Normal());

    public byte LabelFor(double score)
    {
        var answer = score >= 0.5;
        return (byte)(answer == _random.NextDouble() >= ErrorRate ? 1 : 0);
    }

    public double Uniform() => _random.NextDouble();

    private double Normal() => _random.NextNormal();
}
