using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.CommandLine;

public sealed class DemoCommandLineTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("run no-such-scenario")]
    [InlineData("run steady --seed minus")]
    [InlineData("run steady --songs 10")]
    [InlineData("run steady --step 0")]
    [InlineData("run steady --urls nonsense")]
    [InlineData("run steady --json no/such/folder/report.json")]
    [InlineData("replay")]
    [InlineData("replay no-such-file.csv --label hit")]
    [InlineData("replay songs.csv")]
    [InlineData("replay songs.csv --label hit --delay -1")]
    [InlineData("replay songs.csv --label hit --warmup 0")]
    [InlineData("dance")]
    [InlineData("--colour")]
    public async Task What_cannot_be_used_is_one_line_and_exit_code_2(string typed)
    {
        var (code, output, error) = await RunAsync(typed);

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.TrimEnd().Split('\n').ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("--help", "dotnet run -c Release --project services/Demo")]
    [InlineData("scenarios --help", "-- scenarios")]
    [InlineData("run --help", "-- run taste-flip --seed 7 --json report.json")]
    [InlineData("replay --help", "-- replay songs.csv.gz --label hit")]
    [InlineData("models --help", "-- models --data .demo")]
    public async Task Help_ends_with_an_example(string typed, string example)
    {
        var (code, output, _) = await RunAsync(typed);

        code.ShouldBe(0);
        output.ShouldContain("--data <DIR>");
        output[output.IndexOf("Example:", StringComparison.Ordinal)..].ShouldContain(example);
    }

    [Fact]
    public async Task Scenarios_lists_them_all()
    {
        var (code, output, _) = await RunAsync("scenarios");

        code.ShouldBe(0);
        foreach (var id in (string[])["steady", "decades", "taste-flip", "summer-hits", "unit-change", "bad-candidate"])
            output.ShouldContain(id);
    }

    [Theory]
    [InlineData("run steady --data")]
    [InlineData("--data")]
    public async Task A_data_directory_in_use_is_named_with_the_option_that_helps(string typed)
    {
        using var temporary = new TemporaryFolder();
        using var other = DataFolder.Claim(temporary.Path, fresh: false);

        var (code, _, error) = await RunAsync($"{typed} {temporary.Path}");

        code.ShouldBe(2);
        error.ShouldContain(temporary.Path);
        error.ShouldContain("--data DIR");
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(string typed)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await DemoCommandLine.RunAsync(
            typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
