using System.Diagnostics;

namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>Runs a program to its end.</summary>
internal static class Started
{
    /// <summary>What it printed.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message has its last words.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The peers share the machine with the fleets: one thread each, or they only wait for one another.
            Environment = { ["OMP_NUM_THREADS"] = "1" },
        }) ?? throw new InvalidOperationException($"{program} does not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            var said = await error;
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{Path.GetFileName(program)} {arguments[0]} ended with {process.ExitCode}: {LastLine(said.Length > 0 ? said : await output)}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];
}
