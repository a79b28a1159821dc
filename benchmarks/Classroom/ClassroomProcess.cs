using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace MonitoringDemo.Classroom;

/// <summary>The classroom as a process of its own, so that what it takes is not mixed with what the simulated browsers take.</summary>
internal sealed class ClassroomProcess : IAsyncDisposable
{
    private const string Token = "trial-of-the-classroom";

    private readonly Process _process;
    private readonly string _data;
    private readonly HttpClient _instructor;

    private ClassroomProcess(Process process, string data, Uri address, double seconds)
    {
        (_process, _data, Address, StartSeconds) = (process, data, address, seconds);
        ProcessorSecondsAtStart = ProcessorSeconds;
        _instructor = new HttpClient { BaseAddress = address };
        _instructor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public Uri Address { get; }

    public double StartSeconds { get; }

    public double ProcessorSecondsAtStart { get; }

    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static async Task<ClassroomProcess> StartAsync(int teams, double songsPerSecond)
    {
        var program = Path.Combine(Root(), "services", "Demo", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "MonitoringDemo.Demo.dll");
        if (!File.Exists(program)) throw new FileNotFoundException($"{program} is not there: build services/Demo first, in the same configuration.");
        var (data, address) = (Directory.CreateTempSubdirectory("classroom-").FullName, new Uri($"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { program, "classroom", "--teams", Text(teams), "--songs-per-second", Text(songsPerSecond), "--urls", address.OriginalString, "--data", Path.Combine(data, "classroom") }) start.ArgumentList.Add(argument);
        start.Environment["MONITORINGDEMO_TOKEN"] = Token;
        var began = TimeProvider.System.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The classroom did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == $"{teams} of {teams} fleets serve.") return new ClassroomProcess(process, data, address, TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        }

        throw new InvalidOperationException("The classroom ended before every fleet served.");
    }

    public async Task<IReadOnlyList<(string Name, string Code)>> CodesAsync()
    {
        var wall = await _instructor.GetFromJsonAsync<JsonElement>("v1/wall");
        return [.. wall.GetProperty("teams").EnumerateArray().Select(team => (team.GetProperty("name").GetString()!, team.GetProperty("code").GetString()!))];
    }

    public async Task StartScenarioAsync(string scenario)
    {
        using var answer = await _instructor.PostAsJsonAsync("v1/wall/scenario", new { scenario });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The most memory that was ever resident; where the system does not tell, what is now.</summary>
    public double PeakMegabytes()
    {
        _process.Refresh();
        var status = $"/proc/{_process.Id}/status";
        var peak = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return peak is null ? Math.Max(_process.PeakWorkingSet64, _process.WorkingSet64) / 1048576.0 : double.Parse(peak.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        _instructor.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MonitoringDemo.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The repository is not above this program.");
    }
}
