using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Throughput;

/// <summary>A CSV.gz file of 20 columns: how fast its lines can be counted, how fast a replay takes its rows as numbers, and, if wished, how fast the fleet plays it; with the peak memory after each.</summary>
internal static class FilesRead
{
    private const int Numbers = 16;

    /// <param name="rows">Rows of the file.</param>
    /// <param name="step">Rows a step of the replay; null to play nothing.</param>
    public static async Task<int> MeasureAsync(long rows, string? step)
    {
        var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"throughput-{rows}.csv.gz"));
        Write(path, rows);
        try
        {
            var lines = Time("count the lines of the unpacked file", rows, () => CountLines(path));
            var taken = Time("take the rows as numbers", rows, () => Take(path));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Taking is {taken / lines:0.0} times the work of counting."));
            return step is null ? 0 : await PlayAsync(path, step);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Write(string path, long rows)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest), Encoding.ASCII, 1 << 16);
        writer.Write(string.Concat(Enumerable.Range(0, Numbers).Select(column => $"number{column},")));
        writer.Write("colour,town,when,label\n");
        var random = new Random(1);
        for (var row = 0L; row < rows; row++)
        {
            var sum = 0.0;
            for (var column = 0; column < Numbers; column++)
            {
                var value = random.NextDouble();
                sum += column < 2 ? value : 0;
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{value:0.0000},"));
            }

            writer.Write(string.Create(CultureInfo.InvariantCulture, $"colour {row % 5},town {random.Next(50)},{1_600_000_000 + row},{(sum > 1 ? 1 : 0)}\n"));
        }
    }

    private static long CountLines(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var (buffer, lines) = (new byte[1 << 16], 0L);
        while (stream.Read(buffer) is > 0 and var read)
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return lines - 1;
    }

    private static long Take(string path)
    {
        using var world = ReplayReader.Read(new ReplaySettings([path], "label", null, [], null, new ConstantDelay(0)));
        return world.Rows;
    }

    private static double Time(string what, long rows, Func<long> read)
    {
        using var process = Process.GetCurrentProcess();
        var (began, worked) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var found = read();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        process.Refresh();
        var work = (process.TotalProcessorTime - worked).TotalSeconds;
        if (found != rows)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{found} rows were read of {rows}."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows of 20 columns, {what}: {seconds:0.0} s, {rows / seconds:N0} rows a second ({work:0.0} s of processor time), peak working set {PeakMegabytes()} MB."));
        return work;
    }

    private static async Task<int> PlayAsync(string path, string step)
    {
        var json = Path.GetTempFileName();
        var code = await DemoCommandLine.RunAsync(["replay", path, "--label", "label", "--step", step, "--json", json], TextWriter.Null, Console.Error);
        var report = ReportFile.Read(await File.ReadAllTextAsync(json));
        File.Delete(json);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"replay --step {step}: {report.Timing.Seconds:0} s, {report.Timing.RowsPerSecond:N0} rows a second, peak working set {PeakMegabytes()} MB."));
        return code;
    }

    private static long PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1_000_000;
    }
}
