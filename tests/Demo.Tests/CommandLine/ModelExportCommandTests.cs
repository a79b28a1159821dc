using System.Text.Json;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.CommandLine;

public sealed class ModelExportCommandTests
{
    [Fact]
    public async Task A_version_of_a_run_becomes_a_file_of_either_format()
    {
        using var temporary = new TemporaryFolder();
        var (state, onnx, json) = (Path.Combine(temporary.Path, "state"), Path.Combine(temporary.Path, "hits.onnx"), Path.Combine(temporary.Path, "hits.json"));
        (await DemoCommandLineTests.RunAsync($"run steady --songs 8100 --data {state}")).Code.ShouldBe(0);

        var first = await DemoCommandLineTests.RunAsync($"models export 1 --out {onnx} --data {state}");
        var second = await DemoCommandLineTests.RunAsync($"models export 1 --format json --out {json} --data {state}");
        var third = await DemoCommandLineTests.RunAsync($"models export 99 --out {onnx} --data {state}");

        first.Code.ShouldBe(0, first.Error);
        second.Code.ShouldBe(0, second.Error);
        third.Code.ShouldBe(2);
        third.Error.ShouldContain("no version 99");
        first.Output.ShouldContain($"{new FileInfo(onnx).Length:N0} bytes");
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(json, TestContext.Current.CancellationToken));
        document.RootElement.GetProperty("version").GetInt32().ShouldBe(1);
        document.RootElement.GetProperty("schema").GetProperty("features").GetArrayLength().ShouldBe(13);
    }
}
