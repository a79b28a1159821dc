using System.Collections.Concurrent;
using System.Diagnostics;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>A program that a test started; stopped by its own id when the test ends.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private RunningProcess(Process process) => _process = process;

    public string Output => string.Join('\n', _output);

    public bool HasExited => _process.HasExited;

    public static RunningProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        var process = new Process { StartInfo = start };
        var running = new RunningProcess(process);
        process.OutputDataReceived += (_, line) => running.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => running.Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Starts one of our programs.</summary>
    public static RunningProcess StartService(string service, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null) =>
        Start("dotnet", [Checkout.Program(service), .. arguments], environment);

    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>As a crash would: no handler runs.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="withChildren">True where the program is a script that started the one that is meant.</param>
    public async Task KillAsync(CancellationToken cancellationToken, bool withChildren = false)
    {
        _process.Kill(withChildren);
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Asks it to stop, as Ctrl-C would. POSIX only; by SIGTERM, because a shell lets what it starts in the background ignore SIGINT.</summary>
    public void Interrupt() => Signal("-TERM");

    /// <summary>As a machine that is paused: it does nothing, and its connections stand. POSIX only.</summary>
    public void Freeze() => Signal("-STOP");

    /// <summary>Lets a frozen one go on where it was.</summary>
    public void Thaw() => Signal("-CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Signal(string signal) => Process.Start("kill", [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();

    private void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }
}
