using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.CommandLine;

public sealed class ReplayCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Songs => Path.Combine(_folder.Path, "songs.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_checked_and_its_schema_saved_and_given_back()
    {
        await WriteAsync();

        var check = await RunAsync("--check", "--json", "-");
        var first = await RunAsync("--label", "hit", "--ignore", "id", "--step", "500", "--save-schema", PathOf("schema.json"), "--json", PathOf("1.json"));
        var second = await RunAsync("--schema", PathOf("schema.json"), "--step", "500", "--json", PathOf("2.json"));

        (check.Code, first.Code, second.Code).ShouldBe((0, 0, 0), first.Error + second.Error);
        JsonDocument.Parse(check.Output).RootElement.GetProperty("command").GetString().ShouldEndWith("songs.csv --label hit --ignore id");
        Report("2.json").ShouldBe(Report("1.json"));
    }

    [Theory]
    [InlineData("", "Option '--label' is required, or a --schema")]
    [InlineData("--label hit --schema SCHEMA", "--label beside --schema: the schema says it; change it there.")]
    [InlineData("--schema no-such-schema.json", "--schema no-such-schema.json: cannot be read")]
    [InlineData("--label hit --separator ;;", "--separator ;;: one ASCII character, or tab.")]
    [InlineData("--label hit --time id --time-zone Mars", "--time-zone Mars: no such time zone")]
    public async Task What_contradicts_itself_is_refused(string typed, string message)
    {
        await WriteAsync();

        var (code, _, error) = await RunAsync([.. typed.Replace("SCHEMA", PathOf("schema.json"), StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        code.ShouldBe(2);
        error.ShouldContain(message);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private string Report(string name)
    {
        var report = JsonNode.Parse(File.ReadAllText(PathOf(name)))!.AsObject();
        report.Remove("timing");
        return report.ToJsonString();
    }

    private Task WriteAsync() => File.WriteAllTextAsync(
        Songs, $"id;x;colour;hit\n{string.Concat(Enumerable.Range(0, 900).Select(row => $"u{row};{row * 37 % 101},5;{(row % 3 == 0 ? "red" : "blue")};{((row * 37 % 101) + (row % 5 * 9) > 60 ? "yes" : "no")}\n"))}", TestContext.Current.CancellationToken);

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] typed)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await DemoCommandLine.RunAsync(["replay", Songs, .. typed], output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
