using System.Diagnostics;
using System.Globalization;

namespace MonitoringDemo.LearningSpeed;

/// <summary>scikit-learn in a process of its own, asked for one measurement at a time, so that both sides meet the same machine.</summary>
internal sealed class Peer : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly Process _process;

    private Peer(Process process) => _process = process;

    /// <summary>Starts it; null, with the reason, where it cannot be.</summary>
    public static Peer? Start(string data, out string said)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "boosting_speed.py");
        if (!File.Exists(Python))
        {
            said = $"{Python} is not there: install python3 and python3-sklearn to compare with scikit-learn.";
            return null;
        }

        var process = Process.Start(new ProcessStartInfo(Python, [script, data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        said = process.StandardOutput.ReadLine() ?? "";
        if (said.StartsWith("scikit-learn", StringComparison.Ordinal))
            return new Peer(process);

        said = $"scikit-learn does not run (Debian: apt-get install python3-sklearn): {process.StandardError.ReadToEnd().Trim().Split('\n')[^1]}";
        process.Dispose();
        return null;
    }

    /// <summary>Seconds that the measurement took.</summary>
    public double Measure(string what)
    {
        _process.StandardInput.WriteLine(what);
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"scikit-learn gave up: {_process.StandardError.ReadToEnd()}");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
