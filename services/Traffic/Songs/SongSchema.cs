using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Traffic.Songs;

/// <summary>The thirteen columns of a song.</summary>
public static class SongSchema
{
    /// <summary>The columns, in the order of a row's values; the label is <c>hit</c>.</summary>
    public static FeatureSchema Instance { get; } = new(
        [
            Numeric("danceability"), Numeric("energy"), Numeric("loudness"), Numeric("speechiness"), Numeric("acousticness"),
            Numeric("instrumentalness"), Numeric("liveness"), Numeric("valence"), Numeric("tempo"), Numeric("duration_ms"),
            Categorical("key", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"),
            Categorical("mode", "0", "1"),
            Categorical("time_signature", "0", "1", "3", "4", "5"),
        ],
        "hit");

    internal const int NumericCount = 10;

    private static Feature Numeric(string name) => new(name, FeatureKind.Numeric, []);

    private static Feature Categorical(string name, params string[] categories) => new(name, FeatureKind.Categorical, categories);
}
