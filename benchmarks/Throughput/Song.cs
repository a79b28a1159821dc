using System.Text.Json.Serialization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Throughput;

/// <summary>What the bare API binds its body to, as anyone would write it.</summary>
internal sealed record SongRequest(Song Instance);

internal sealed record Song(
    double Danceability,
    double Energy,
    double Loudness,
    double Speechiness,
    double Acousticness,
    double Instrumentalness,
    double Liveness,
    double Valence,
    double Tempo,
    [property: JsonPropertyName("duration_ms")] double DurationMs,
    int Key,
    int Mode,
    [property: JsonPropertyName("time_signature")] int TimeSignature)
{
    private const int KeyAt = 10;
    private const int ModeAt = 11;
    private const int TimeSignatureAt = 12;

    /// <summary>The values in the order of the schema, categories by their codes.</summary>
    public void CopyTo(Span<double> row, FeatureSchema schema)
    {
        ReadOnlySpan<double> values =
        [
            Danceability, Energy, Loudness, Speechiness, Acousticness, Instrumentalness, Liveness, Valence, Tempo, DurationMs,
            Code(schema, KeyAt, Key), Code(schema, ModeAt, Mode), Code(schema, TimeSignatureAt, TimeSignature),
        ];
        values.CopyTo(row);
    }

    private static double Code(FeatureSchema schema, int feature, int category)
    {
        var categories = schema.Features[feature].Categories;
        for (var code = 0; code < categories.Count; code++)
        {
            if (int.TryParse(categories[code], out var number) && number == category)
                return code;
        }

        return categories.Count;
    }
}

/// <summary>What the bare API answers.</summary>
internal sealed record SongAnswer(double Score, int Label);
