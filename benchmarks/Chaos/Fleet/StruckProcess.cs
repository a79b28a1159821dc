using System.Diagnostics;
using System.Globalization;

namespace MonitoringDemo.Chaos.Fleet;

/// <summary>A program that can be killed, stopped, frozen and started again; its output goes into a file.</summary>
internal sealed class StruckProcess(string name, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string output) : IDisposable
{
    private readonly Lock _gate = new();
    private Process? _process;
    private volatile bool _isEnded = true;

    public string Name => name;

    /// <summary>Whether it ended by itself, and nobody has ended it.</summary>
    public bool HasDied => !_isEnded && _process is { HasExited: true };

    /// <summary>What it holds in memory now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    public void Start()
    {
        _process?.Dispose();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _isEnded = false;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>No handler runs. A script's child is meant as well.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _isEnded = true;
        if (_process is not { HasExited: false } process) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>In good order.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _isEnded = true;
        if (_process is not { HasExited: false } process) return;
        await SignalAsync("-TERM", cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
    }

    public Task FreezeAsync(CancellationToken cancellationToken) => SignalAsync("-STOP", cancellationToken);

    public Task WakeAsync(CancellationToken cancellationToken) => SignalAsync("-CONT", cancellationToken);

    public void Dispose()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        _process?.Dispose();
    }

    private async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", [signal, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_gate) File.AppendAllText(output, line + "\n");
    }
}
