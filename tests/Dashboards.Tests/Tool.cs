using System.Diagnostics;

namespace MonitoringDemo.Dashboards.Tests;

/// <summary>A program that comes with Prometheus or Alertmanager; a test that needs one skips, with the reason, where it is not installed.</summary>
internal static class Tool
{
    /// <returns>What it wrote; it fails the test when the program says that something is wrong.</returns>
    public static async Task<string> RunAsync(string name, params IEnumerable<string> arguments)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, $"{name} is not installed on this machine.");
        using var process = Process.Start(new ProcessStartInfo(program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Root.Path })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var text = await output + await error;
        process.ExitCode.ShouldBe(0, text);
        return text;
    }
}
