using MonitoringDemo.Demo.Cases;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.Cases;

/// <summary>What the case studies quote of a run. The shortest is played every time, the others when asked for: <c>-explicit only</c>.</summary>
public sealed class QuotedRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task The_study_of_the_hospitals_quotes_what_its_run_says() => PlayAsync("hospital-diagnosis");

    [Theory(Explicit = true)]
    [InlineData("payment-fraud")]
    [InlineData("shop-recommendations")]
    [InlineData("benefit-claims")]
    public Task A_study_quotes_what_its_run_says(string name) => PlayAsync(name);

    private async Task PlayAsync(string name)
    {
        var study = CaseCatalog.Find(name);
        var docs = Path.Combine(RepositoryRoot.Find(), "docs", "cases", name);
        var rows = Path.Combine(_folder.Path, "rows.csv");
        CaseFile.Write(study, seed: 1, rows);
        using var output = new StringWriter();

        var code = await DemoCommandLine.RunAsync(["replay", rows, "--schema", Path.Combine(docs, "schema.json"), "--delay", study.Delay], output, TextWriter.Null, TestContext.Current.CancellationToken);

        var said = output.ToString().ReplaceLineEndings("\n").Split('\n');
        var quoted = Quoted(await File.ReadAllTextAsync(Path.Combine(docs, "README.md"), TestContext.Current.CancellationToken));
        code.ShouldBe(0);
        quoted.Length.ShouldBeGreaterThan(3);
        quoted.Except(said).ShouldBeEmpty();
    }

    /// <summary>The first block of code under the heading of what comes of it.</summary>
    private static string[] Quoted(string study) =>
        study[study.IndexOf("## What comes of it", StringComparison.Ordinal)..].Split("```\n")[1].TrimEnd('\n').Split('\n');
}
