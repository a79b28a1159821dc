using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Traffic.Tests.Songs;

public sealed class RealSongsTests
{
    private const int Generated = 20_000;

    [Fact]
    public void Every_column_of_every_decade_and_label_is_like_the_real_one()
    {
        if (RealSongs.Path is not { } path)
        {
            Assert.Skip(RealSongs.WhyNot);
            return;
        }

        var real = RealSongs.Read(path);
        var drawn = Draw();

        var distances =
            from decade in Enumerable.Range(0, 6)
            from label in Enumerable.Range(0, 2)
            from column in Enumerable.Range(0, SongSchema.Instance.Count)
            select (
                Name: $"{Decade(decade)} {label} {SongSchema.Instance.Features[column].Name}",
                Distance: KolmogorovSmirnov(real[(Decade(decade), label)], drawn[(decade, label)], column));
        var worst = distances.OrderByDescending(d => d.Distance).ToList();

        TestContext.Current.TestOutputHelper?.WriteLine($"worst {worst[0]}, mean {worst.Average(d => d.Distance):0.000}");
        worst.ShouldAllBe(d => d.Distance <= 0.1);
    }

    private static string Decade(int index) => $"{(index + 6) % 10}0s";

    private static Dictionary<(int Decade, int Label), List<double[]>> Draw()
    {
        var songs = new Dictionary<(int, int), List<double[]>>();
        for (var decade = 0; decade < 6; decade++)
        {
            songs[(decade, 0)] = [];
            songs[(decade, 1)] = [];
            for (var row = 0; row < Generated; row++)
            {
                var song = new double[SongSchema.Instance.Count];
                var label = SongGenerator.Shipped.Draw(11, row, 0, 1965 + (10 * decade), song);
                songs[(decade, label)].Add(song);
            }
        }

        return songs;
    }

    private static double KolmogorovSmirnov(IEnumerable<double[]> left, IEnumerable<double[]> right, int column)
    {
        double[] a = [.. left.Select(row => row[column]).Order()];
        double[] b = [.. right.Select(row => row[column]).Order()];
        double worst = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var at = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] <= at)
                i++;
            while (j < b.Length && b[j] <= at)
                j++;
            worst = Math.Max(worst, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return worst;
    }
}
