using System.Text.Json;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Report;

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
    [InlineData("replay songs.csv --label hit --delay soon")]
    [InlineData("replay songs.csv --label hit --never 2")]
    [InlineData("replay songs.csv --label hit --warmup 0")]
    [InlineData("experiments --data no/such/folder")]
    [InlineData("experiments --data . --json no/such/folder/list.json")]
    [InlineData("experiments --json")]
    [InlineData("experiments 7")]
    [InlineData("models verify --data no/such/folder")]
    [InlineData("models reproduce")]
    [InlineData("models reproduce one")]
    [InlineData("models reproduce 1 --data .")]
    [InlineData("models bom 1 --data .")]
    [InlineData("models card --data .")]
    [InlineData("models card 1 --data .")]
    [InlineData("models card 1 --out card.pdf --data .")]
    [InlineData("models diff 1 --data .")]
    [InlineData("models diff 1 2 --data .")]
    [InlineData("report --data no/such/folder")]
    [InlineData("report no-such-incident --data .")]
    [InlineData("report one two")]
    [InlineData("models export --out model.onnx")]
    [InlineData("models export one --out model.onnx")]
    [InlineData("models export 1 --data .")]
    [InlineData("models export 1 --out model.onnx --data .")]
    [InlineData("models export 1 --format pickle --out model.pkl --data .")]
    [InlineData("scorecard --data no/such/folder")]
    [InlineData("scorecard --data .")]
    [InlineData("whatif")]
    [InlineData("whatif hits-1 --data no/such/folder")]
    [InlineData("whatif hits-1 --data .")]
    [InlineData("whatif steady --data .")]
    [InlineData("whatif steady --set Retraining:NoSuch=1")]
    [InlineData("whatif steady --without gate:none")]
    [InlineData("whatif steady --detector none")]
    [InlineData("whatif steady --html no/such/folder/page.html")]
    [InlineData("history no-such-scenario")]
    [InlineData("scenarios matrix no-such-scenario")]
    [InlineData("scenarios matrix --seeds 0")]
    [InlineData("scenarios matrix --worth --price-of-training -1")]
    [InlineData("scenarios matrix steady --out /no/such/folder/matrix.md")]
    [InlineData("scenarios ablate no-such-scenario")]
    [InlineData("scenarios ablate steady --only policy:none")]
    [InlineData("scenarios ablate steady --keep no/such/folder/cells.jsonl")]
    [InlineData("history --hours 0")]
    [InlineData("history --out no/such/folder/history.om")]
    [InlineData("accept")]
    [InlineData("accept tempo --data no/such/folder")]
    [InlineData("accept tempo --url nonsense")]
    [InlineData("accept tempo --url http://127.0.0.1:1")]
    [InlineData("people add Ana approver --file people.json")]
    [InlineData("people add ana boss --file people.json")]
    [InlineData("people add ana approver")]
    [InlineData("people add ana approver --file no/such/folder/people.json")]
    [InlineData("people list --file no/such/people.json")]
    [InlineData("approve 2")]
    [InlineData("approve two --reason because")]
    [InlineData("approve 2 --reason because --url http://127.0.0.1:1")]
    [InlineData("freeze --reason because --url nonsense")]
    [InlineData("roll-back")]
    [InlineData("approvals --url http://127.0.0.1:1")]
    [InlineData("keys list --data no/such/folder")]
    [InlineData("keys rotate --data .")]
    [InlineData("keys revoke abc --data .")]
    [InlineData("keys revoke --reason because --data .")]
    [InlineData("lab check")]
    [InlineData("lab check 99")]
    [InlineData("lab check first")]
    [InlineData("lab check 01 --of middle")]
    [InlineData("lab watch 03")]
    [InlineData("lab watch 03 E")]
    [InlineData("lab watch 05")]
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
    [InlineData("scenarios matrix --help", "-- scenarios matrix --seeds 3")]
    [InlineData("run --help", "-- run taste-flip --seed 7 --json report.json")]
    [InlineData("replay --help", "-- replay songs.csv.gz --label hit")]
    [InlineData("models --help", "-- models --data .demo")]
    [InlineData("models export --help", "-- models export 1 --out hits-1.onnx --data .demo")]
    [InlineData("history --help", "-- history --out history.om")]
    [InlineData("report --help", "-- report hits-8001 --data .demo --html report.html")]
    [InlineData("trainers --help", "-- trainers")]
    [InlineData("models verify --help", "-- models verify --data .demo")]
    [InlineData("models card --help", "-- models card 1 --out")]
    [InlineData("bus parked replay --help", "-- bus parked replay 3f0c12ab")]
    [InlineData("people list --help", "-- people list --file people.json")]
    [InlineData("roll-back --help", "-- roll-back --reason")]
    [InlineData("lab --help", "-- lab check 01")]
    [InlineData("lab check --help", "-- lab check 01")]
    [InlineData("whatif --help", "-- whatif --list")]
    [InlineData("accept --help", "-- accept duration_ms --data .demo")]
    [InlineData("experiments --help", "-- experiments --data .demo --json experiments.json")]
    public async Task Help_ends_with_an_example(string typed, string example)
    {
        var (code, output, _) = await RunAsync(typed);

        code.ShouldBe(0);
        output.ShouldContain("--data <DIR>");
        output[output.IndexOf("Example:", StringComparison.Ordinal)..].ShouldContain(example);
    }

    [Theory]
    [InlineData("replay songs.csv --label hit --report report.json")]
    [InlineData("history taste-flip --report report.json")]
    public async Task An_option_that_there_is_not_is_not_taken_for_one_more_name(string typed)
    {
        var (code, _, error) = await RunAsync(typed);

        code.ShouldBe(2);
        error.ShouldContain("no option '--report'");
    }

    [Fact]
    public async Task What_is_accepted_while_no_demo_works_waits_in_the_data_directory()
    {
        using var temporary = new TemporaryFolder();
        DataFolder.Claim(temporary.Path, fresh: false).Dispose();

        var (code, output, error) = await RunAsync($"accept duration_ms --data {temporary.Path} --reason later");

        code.ShouldBe(0, error);
        output.ShouldContain("when the demo starts again");
        var waiting = await File.ReadAllTextAsync(Path.Combine(temporary.Path, "registry", "received.jsonl"), TestContext.Current.CancellationToken);
        waiting.ShouldContain("AcceptData");
        waiting.ShouldContain("duration_ms");
    }

    [Fact]
    public async Task Trainers_lists_those_of_the_house_and_those_of_ML_NET()
    {
        var (code, output, _) = await RunAsync("trainers");

        code.ShouldBe(0);
        string[] names = ["binned-logistic", "gradient-boosting", "logistic-regression", "mlnet-fasttree", "mlnet-lbfgs", "mlnet-sdca", "shuffled-labels"];
        names.ShouldAllBe(name => output.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scenarios_lists_them_all()
    {
        var (code, output, _) = await RunAsync("scenarios");

        code.ShouldBe(0);
        string[] ids = ["steady", "decades", "taste-flip", "summer-hits", "unit-change", "bad-candidate"];
        string[] titles = ["Steady", "Sixty years of music", "Taste flip", "Summer hits", "Unit change", "Bad candidate"];
        foreach (var name in ids.Concat(titles))
            output.ShouldContain(name);
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

    [Theory]
    [InlineData("run steady --songs 8500", 0, "pass")]
    [InlineData("run taste-flip --songs 8500", 1, "fail")]
    public async Task The_exit_code_is_the_verdict_and_the_report_names_no_folder(string typed, int code, string verdict)
    {
        using var temporary = new TemporaryFolder();
        var json = Path.Combine(temporary.Path, "report.json");

        var (exit, output, error) = await RunAsync($"{typed} --data {Path.Combine(temporary.Path, "state")} --json {json}");

        exit.ShouldBe(code, error);
        var text = await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken);
        ReportFile.Read(text).Verdict.ShouldBe(verdict);
        text.ShouldNotContain(temporary.Path);
        output.ShouldContain(verdict.ToUpperInvariant());
    }

    [Fact]
    public async Task A_report_to_standard_output_is_alone_there()
    {
        var (code, output, _) = await RunAsync("run steady --songs 8100 --json -");

        code.ShouldBe(0);
        ReportFile.Read(output).Rows.ShouldBe(8100);
    }

    [Fact]
    public async Task A_second_run_in_the_same_directory_wants_a_fresh_start()
    {
        using var temporary = new TemporaryFolder();
        var run = $"run steady --songs 8100 --data {temporary.Path}";

        (await RunAsync(run)).Code.ShouldBe(0);
        var (code, _, error) = await RunAsync(run);

        code.ShouldBe(2);
        error.ShouldContain("--fresh");
        (await RunAsync($"{run} --fresh")).Code.ShouldBe(0);
        (await RunAsync($"models --data {temporary.Path}")).Output.ShouldContain("champion");
    }

    [Fact]
    public async Task A_registry_is_verified_its_versions_reproduced_and_put_side_by_side_and_what_was_altered_is_exit_code_1()
    {
        using var temporary = new TemporaryFolder();
        var data = Path.Combine(temporary.Path, "state");
        await RunAsync($"run bad-candidate --songs 9000 --data {data}");

        var whole = await RunAsync($"models verify --data {data}");
        var again = await RunAsync($"models reproduce 1 --data {data}");
        var sides = await RunAsync($"models diff 1 2 --data {data}");
        foreach (var file in Directory.GetFiles(Path.Combine(data, "registry", "snapshots"))) File.Delete(file);
        var altered = await RunAsync($"models verify --data {data}");

        (whole.Code, again.Code, sides.Code, altered.Code).ShouldBe((0, 0, 0, 1));
        whole.Output.ShouldStartWith("All holds");
        again.Output.ShouldContain("the same bytes");
        sides.Output.ShouldContain("shuffled-labels");
        altered.Output.ShouldContain("version 1, snapshot: It is not there.");
    }

    [Fact]
    public async Task A_version_of_the_demos_songs_has_a_card_as_a_page_and_as_markdown_and_a_bill_of_materials()
    {
        using var temporary = new TemporaryFolder();
        var (songs, page) = (Path.Combine(temporary.Path, "songs"), Path.Combine(temporary.Path, "card.html"));
        await RunAsync($"run steady --songs 8100 --data {songs}");

        var written = await RunAsync($"models card 1 --out {page} --data {songs}");
        var shown = await RunAsync($"models card 1 --data {songs}");
        var bill = await RunAsync($"models bom 1 --data {songs}");

        (written.Code, shown.Code, bill.Code).ShouldBe((0, 0, 0));
        bill.Output.ShouldContain("\"specVersion\": \"1.6\"");
        (await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken)).ShouldContain("<h1>Model card: hits, version 1</h1>");
        shown.Output.ShouldStartWith("# Model card: hits, version 1");
        shown.Output.ShouldContain("whether a made-up song will be a hit");
        shown.Output.ShouldContain("By mode: mode=");
    }

    [Fact]
    public async Task What_a_training_run_tried_is_listed_with_the_reason_for_people_and_as_json()
    {
        using var temporary = new TemporaryFolder();
        (await RunAsync($"experiments --data {temporary.Path}")).Output.ShouldContain("No training run");
        await RunAsync($"run bad-candidate --songs 9000 --data {Path.Combine(temporary.Path, "state")}");

        var (code, output, _) = await RunAsync($"experiments --data {Path.Combine(temporary.Path, "state")}");
        var (_, json, _) = await RunAsync($"experiments --data {Path.Combine(temporary.Path, "state")} --json -");

        code.ShouldBe(0);
        output.ShouldContain("won: version 1");
        output.ShouldContain("won: version 2");
        output.ShouldContain("gradient-boosting 1: column-share=0.5");
        var runs = JsonDocument.Parse(json).RootElement.EnumerateArray().GroupBy(candidate => candidate.GetProperty("row").GetInt64()).ToList();
        runs.Count.ShouldBe(2);
        foreach (var run in runs)
            output.ShouldContain(run.Single(candidate => candidate.GetProperty("won").GetBoolean()).GetProperty("reason").GetString()!);
        runs.SelectMany(run => run).ShouldAllBe(candidate => candidate.GetProperty("logLossInterval").GetProperty("upper").GetDouble() > 0.0);
        runs[0].Select(candidate => candidate.GetProperty("trainer").GetString()).ShouldBe(["binned-logistic", "gradient-boosting", "gradient-boosting"]);
        runs[1].ShouldAllBe(candidate => candidate.GetProperty("trainer").GetString() == "shuffled-labels");
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
