using System.Diagnostics;

namespace MonitoringDemo.Demo.Labs.Programs;

/// <summary>A program of somebody else that a check needs: looked for, and run to its end.</summary>
internal static class InstalledProgram
{
    /// <summary>Its path; null where it is not installed.</summary>
    /// <param name="name">As it is typed, without <c>.exe</c>.</param>
    /// <param name="alsoLookAt">Paths outside of the search path where packages put it.</param>
    public static string? Find(string name, params IEnumerable<string> alsoLookAt)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{name}.exe", $"{name}.bat"] : [name];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(file => Path.Combine(folder, file)))
            .Concat(alsoLookAt)
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs it, and waits for its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static async Task<(int Code, string Said)> RunAsync(string program, IEnumerable<string> arguments, string work, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = work };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
