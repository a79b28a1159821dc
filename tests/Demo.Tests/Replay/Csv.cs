using System.Text;
using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Tests.Replay;

/// <summary>Small files made on the spot.</summary>
internal static class Csv
{
    public const string Name = "songs.csv";

    public static CsvTable Table(string text) => CsvTableReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), Name);

    /// <summary>A header and rows made by number.</summary>
    public static CsvTable Table(string header, int rows, Func<int, string> row) =>
        Table($"{header}\n{string.Join('\n', Enumerable.Range(0, rows).Select(row))}\n");

    public static ReplaySettings Settings(string label = "hit", string? time = null, int? warmup = null, params string[] ignore) =>
        new(Name, label, time, ignore, warmup, Outcomes: new ConstantDelay(0));
}
