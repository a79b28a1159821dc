using MonitoringDemo.Alerting.Channels;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Alerting.Tests.Channels;

public sealed class JsonLinesChannelTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_key_is_written_once_even_by_two_processes_after_each_other()
    {
        await DeliverAsync("a");

        await DeliverAsync("a");
        await DeliverAsync("b");

        _directory.Lines.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Half_a_line_that_a_crash_left_is_cut_off()
    {
        await DeliverAsync("ä");
        await File.AppendAllTextAsync(Path.Combine(_directory.Path, "alerting", "alerts.jsonl"), "{\"key\":\"b", TestContext.Current.CancellationToken);

        await DeliverAsync("c");

        _directory.Lines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("key").GetString()).ShouldBe(["ä", "c"]);
    }

    private async Task DeliverAsync(string key)
    {
        using var channel = new JsonLinesChannel(new DataDirectory(_directory.Path));
        await channel.DeliverAsync(AlertChannelContractTests.Notification(key), TestContext.Current.CancellationToken);
    }
}
