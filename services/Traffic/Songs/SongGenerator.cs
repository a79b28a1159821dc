namespace MonitoringDemo.Traffic.Songs;

internal sealed class SongGenerator
{
    public byte Draw(ulong seed, long row, int attempt, double year, Span<double> song) => throw new NotImplementedException();

    public static double Uniform(ulong seed, long row, int use) => throw new NotImplementedException();
}
