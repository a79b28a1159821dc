using System.Diagnostics;

namespace MonitoringDemo.ControlRoom.Tests.Page;

/// <summary>The tests of the page's own modules, by the runner that comes with Node: no packages, no browser.</summary>
public sealed class PageModuleTests
{
    [Fact]
    public async Task The_modules_of_the_page_pass_their_own_tests()
    {
        var node = Node();
        Assert.SkipWhen(node is null, "node is not installed on this machine (Debian package nodejs).");
        var files = Directory.GetFiles(Path.Combine(Root(), "tests/ControlRoom.Tests/Page/modules"), "*.test.mjs");

        using var process = Process.Start(new ProcessStartInfo(node!, ["--test", .. files]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var cancellation = TestContext.Current.CancellationToken;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);

        files.ShouldNotBeEmpty();
        process.ExitCode.ShouldBe(0, $"{await said}{await wrong}");
    }

    private static string? Node() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "node", "nodejs", "node.exe" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MonitoringDemo.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("MonitoringDemo.sln is in no parent folder.");
    }
}
