using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Traffic.Songs;

/// <summary>Makes songs of any year. Every song depends on its seed, row and attempt only, so a stream can be read from anywhere.</summary>
internal sealed class SongGenerator(SongStatistics statistics)
{
    private const double FirstCentre = 1965;
    private const double YearsApart = 10;
    private const ulong SongStream = 1UL << 32;
    private const ulong UniformStream = 2UL << 32;

    private static readonly Lazy<SongGenerator> Loaded = new(() => new SongGenerator(SongStatistics.Load()));

    /// <summary>The generator over the shipped statistics.</summary>
    public static SongGenerator Shipped => Loaded.Value;

    /// <summary>Draws a song and returns its label. Years between the centres of two decades mix songs of both.</summary>
    public byte Draw(ulong seed, long row, int attempt, double year, Span<double> song)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, (ulong)row, SongStream | (uint)attempt));
        var position = Math.Clamp((year - FirstCentre) / YearsApart, 0.0, SongStatistics.DecadeCount - 1);
        var decade = (int)position;
        // Drawn at every row, needed or not: songs of neighbouring years then differ no more than they have to.
        if (random.NextDouble() < position - decade)
            decade++;
        var label = random.NextDouble() < statistics.HitShare(decade) ? (byte)1 : (byte)0;
        statistics.Group(decade, label).Draw(random, song);
        return label;
    }

    /// <summary>A uniform number that no song depends on.</summary>
    public static double Uniform(ulong seed, long row, int use) =>
        (SplitMix64.Mix(seed, (ulong)row, UniformStream | (uint)use) >> 11) * 1.1102230246251565E-16;
}
