using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.CommandLine;

/// <summary><c>registry</c> and <c>privacy</c> on what one short run left.</summary>
public sealed class EvidenceCommandsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evidence-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Rows_are_erased_by_key_the_registry_still_holds_and_the_export_tells_it()
    {
        (await RunAsync("run", "steady", "--songs", "8001")).Code.ShouldBeOneOf(0, 1);
        (int Code, string Output, string Error)[] refused =
        [
            await RunAsync("privacy", "erase", "1-5000", "--column", "tempoo", "--reason", "Asked."), await RunAsync("privacy", "erase", "fast", "--column", "tempo", "--reason", "Asked."),
            await RunAsync("privacy", "erase", "5000", "--prediction", "--reason", "Asked."), await RunAsync("privacy", "erase", "p-5000", "--prediction", "--column", "key", "--reason", "Asked."), await RunAsync("privacy", "erase", "1-5000", "--reason", " "),
            await RunAsync("registry", "export", "--out", "audit.txt"), await RunAsync("registry", "export", "--out", "-", "--from", "soon"), await RunAsync("registry", "export", "--out", "-", "--from", "2026-01-02", "--to", "2026-01-01"),
        ];

        var nobody = await RunAsync("privacy", "erase", "nobody", "--reason", "Asked.");
        var dry = await RunAsync("privacy", "erase", "1-5000", "--reason", "Asked.", "--dry-run");
        var learned = await RunAsync("privacy", "erase", "p-100", "--prediction", "--reason", "Asked.", "--by", "ana");
        var erased = await RunAsync("privacy", "erase", "1-5000", "--reason", "Asked.", "--by", "ana");
        var again = await RunAsync("privacy", "erase", "1-5000", "--reason", "Asked.");
        var resumed = await RunAsync("privacy", "resume");
        var verified = await RunAsync("registry", "verify");
        var exported = await RunAsync("registry", "export", "--out", "-");
        var page = Path.Combine(_folder.FullName, "audit.html");
        var written = await RunAsync("registry", "export", "--out", page);
        (int Code, string Output, string Error) busy;
        using (DataFolder.Claim(_folder.FullName, fresh: false)) busy = await RunAsync("privacy", "erase", "1-5025", "--reason", "Asked.");

        refused.ShouldAllBe(answer => answer.Code == 2 && answer.Output.Length == 0 && answer.Error.Length > 0);
        (nobody.Code, again.Code, resumed.Output).ShouldBe((1, 1, "No erasure was interrupted.\n"));
        dry.Output.ShouldBe("25 rows would be erased; no version learned from them.\n");
        (learned.Code, learned.Output).ShouldBe((0, "1 rows were erased; versions that learned from some of them: 1.\n"));
        erased.Output.ShouldBe("25 rows were erased; no version learned from them.\n");
        (verified.Code, verified.Output.Contains("26 rows erased", StringComparison.Ordinal)).ShouldBe((0, true));
        exported.Output.Split('\n').Count(line => line.Contains("\"type\":\"rows-erased\",\"who\":\"ana\"", StringComparison.Ordinal)).ShouldBe(2);
        exported.Output.ShouldNotContain("1-5000");
        (written.Code, File.ReadAllText(page).Contains("Audit report: hits", StringComparison.Ordinal)).ShouldBe((0, true));
        (busy.Code, busy.Error.Contains("stop it first", StringComparison.Ordinal)).ShouldBe((2, true));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await DemoCommandLine.RunAsync([.. args, "--data", _folder.FullName], output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
