using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>Streams like those that were once taken for broken: an hourly feed with a column that is missing in spells, and decades of daily weather.</summary>
internal static class UnbrokenStreams
{
    public static string[] FeedColumns { get; } = ["a", "b", "spelled", "whole", "uniform"];

    public static string[] WeatherColumns { get; } = ["temperature", "dew_point", "pressure", "visibility", "wind", "gust", "warmest", "coldest", "rain", "snow"];

    public const int Spelled = 2;
    public const int Wind = 4, Gust = 5;

    /// <summary>Seven years of hours: values follow themselves, and one column is missing for 30 to 50 rows now and then.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="often"><c>rarely</c>, <c>monthly</c>, or <c>in seasons</c> in which several spells come a week.</param>
    /// <param name="from">No spell before this row.</param>
    public static double[][] Feed(ulong seed, string often, int from = 0)
    {
        var random = new SplitMix64(seed);
        var rows = new double[61_000][];
        var (a, b, c, left) = (0.0, 0.0, 0.0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            (a, b, c) = (0.9 * a + 0.44 * random.NextNormal(), 0.7 * b + 0.71 * random.NextNormal(), 0.97 * c + 0.24 * random.NextNormal());
            var hour = Wave(i / 24.0);
            var share = often switch
            {
                "rarely" => 1.0 / 5_000,
                "monthly" => 1.0 / 700,
                _ => i / 2_000 % 3 == 1 ? 1.0 / 150 : 1.0 / 5_000,
            };
            if (i >= from && left == 0 && random.NextDouble() < share) left = 30 + random.NextInt(21);
            rows[i] = [10 + 3 * a + hour, 100 + 20 * b, left > 0 ? double.NaN : 50 + 10 * c + 5 * hour, Math.Round(20 + 5 * random.NextNormal()), random.NextDouble()];
            left = Math.Max(0, left - 1);
        }

        return rows;
    }

    /// <summary>Forty-eight years of days: seasons, a trend, records, columns that are alike, and a visibility whose reported maximum falls, rises within a season, and falls again.</summary>
    public static double[][] Weather(ulong seed)
    {
        var random = new SplitMix64(seed);
        var rows = new double[17_500][];
        var (t, p, w, d, snow) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < rows.Length; i++)
        {
            (t, p) = (0.75 * t + 0.66 * random.NextNormal(), 0.6 * p + 0.8 * random.NextNormal());
            (w, d) = (0.3 * w + 0.95 * random.NextNormal(), 0.8 * d + 0.6 * random.NextNormal());
            var season = Wave(i / 365.25);
            var mean = 50 + 25 * season + 10 * t * (1.3 - 0.4 * season) + 3.0 * i / rows.Length;
            var span = 6 + 14 * random.NextDouble() + 3 * season;
            var wind = Math.Max(0.5, 9 + 3 * w - 1.5 * season);
            var rain = random.NextDouble() < 0.28 ? Math.Round(-0.25 * Deterministic.Log(1 - random.NextDouble()) * (1 + 0.5 * season), 2) : 0;
            snow = Math.Max(0, snow * (mean < 32 ? 0.98 : 0.7) + (mean < 32 ? 10 * rain : 0) - (mean > 40 ? 3 : 0));
            rows[i] =
            [
                Math.Round(mean, 1), Math.Round(mean - 8 - 6 * Math.Abs(d), 1), Math.Round(1_016 - 4 * season + 7 * p, 1),
                Math.Round(Reach(i) * Deterministic.Sigmoid(1.6 + 2 * p + 0.6 * season), 1),
                Math.Round(wind, 1), Math.Round(1.5 * wind + 3 * random.NextDouble(), 1),
                Math.Round(mean + span / 2), Math.Round(mean - span / 2), rain, Math.Round(snow, 1),
            ];
        }

        return rows;
    }

    private static double Reach(int day) => day switch
    {
        < 6_000 => 15 - Math.Clamp((day - 5_000) / 100.0, 0, 3),
        < 12_000 => 12 + Math.Clamp((day - 8_000) / 12.5, 0, 8),
        _ => 20 - Math.Clamp((day - 13_000) / 50.0, 0, 5),
    };

    /// <summary>From -1 at the beginning of a turn to 1 in its middle, in parabolas.</summary>
    private static double Wave(double turns)
    {
        var x = 4 * (turns - Math.Floor(turns));
        return x switch
        {
            < 1 => (x * x) - 1,
            < 3 => 1 - ((x - 2) * (x - 2)),
            _ => ((4 - x) * (4 - x)) - 1,
        };
    }
}
