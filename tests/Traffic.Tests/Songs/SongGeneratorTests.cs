using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Songs;

public sealed class SongGeneratorTests
{
    private static readonly FeatureSchema Schema = SongSchema.Instance;

    [Fact]
    public void The_first_songs_are_the_same_bits_on_every_machine()
    {
        const int Songs = 12_000;
        var features = new double[Songs * Schema.Count];
        var labels = new byte[Songs];

        for (var row = 0; row < Songs; row++)
            labels[row] = SongGenerator.Shipped.Draw(7, row, 0, 1960 + (59.0 * row / Songs), features.AsSpan(row * Schema.Count, Schema.Count));
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. MemoryMarshal.AsBytes<double>(features), .. labels]));

        features[..13].ShouldBe([0.404, 0.518, -10.82, 0.0262, 0.411041, 0.000008, 0.0841, 0.574, 112.474, 139_379, 8, 1, 2]);
        hash.ShouldBe("de94a673adac9a3c3089f1d0aa9ef4ef139507cea5f062fa04c51f98780304b4");
    }

    [Fact]
    public void A_song_does_not_depend_on_where_reading_began()
    {
        var world = new SongWorld(3, [new Era(0, new Decades(), WorldState.Steady)]);
        var (whole, wholeLabels) = Read(world, 0, 500);

        var (part, partLabels) = Read(world, 321, 100);

        part.ShouldBe(whole[(321 * Schema.Count)..(421 * Schema.Count)]);
        partLabels.ShouldBe(wholeLabels[321..421]);
    }

    [Fact]
    public void Another_seed_gives_other_songs()
    {
        var one = Read(Steady(1), 0, 10).Features;
        var other = Read(Steady(2), 0, 10).Features;

        one.ShouldNotBe(other);
    }

    [Fact]
    public void Values_are_finite_and_categories_known()
    {
        var world = new SongWorld(5, [new Era(0, new Decades(), WorldState.Steady)]);
        var (features, labels) = Read(world, 0, 20_000);

        for (var i = 0; i < features.Length; i++)
        {
            var feature = Schema.Features[i % Schema.Count];
            double.IsFinite(features[i]).ShouldBeTrue(feature.Name);
            if (feature.Kind == FeatureKind.Categorical)
                ((int)features[i]).ShouldBeInRange(0, feature.Categories.Count - 1, feature.Name);
        }

        labels.Count(label => label == 1).ShouldBeInRange(9_500, 10_500);
    }

    [Fact]
    public void Before_1965_the_songs_are_those_of_the_sixties_and_after_2015_those_of_the_tens()
    {
        Span<double> early = new double[13];
        Span<double> earlier = new double[13];
        Span<double> late = new double[13];
        Span<double> later = new double[13];
        var songs = SongGenerator.Shipped;

        songs.Draw(1, 9, 0, 1965, early);
        songs.Draw(1, 9, 0, 1901, earlier);
        songs.Draw(1, 9, 0, 2015, late);
        songs.Draw(1, 9, 0, 2044, later);

        earlier.ToArray().ShouldBe(early.ToArray());
        later.ToArray().ShouldBe(late.ToArray());
        late.ToArray().ShouldNotBe(early.ToArray());
    }

    private static SongWorld Steady(ulong seed) => new(seed, [new Era(0, new Steady(), WorldState.Steady)]);

    private static (double[] Features, byte[] Labels) Read(SongWorld world, long from, int rows)
    {
        var features = new double[rows * Schema.Count];
        var labels = new byte[rows];
        world.Generate(from, features, labels);
        return (features, labels);
    }
}
