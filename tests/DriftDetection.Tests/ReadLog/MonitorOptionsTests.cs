using Microsoft.Extensions.Options;

namespace MonitoringDemo.DriftDetection.Tests.ReadLog;

public sealed class MonitorOptionsTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    [Fact]
    public async Task Every_setting_of_the_monitor_can_be_configured()
    {
        await using var house = await DriftHouse.StartAsync(
            _data.Path, new PublishedFindings(), ("DriftDetection:Monitor:LeastPsi", "0.2"), ("DriftDetection:Monitor:MostModelRows", "50000"), ("DriftDetection:Monitor:FalseFindingBudget", "0.05"));

        var monitor = house.Get<IOptions<DriftDetectionOptions>>().Value.Monitor;

        (monitor.LeastPsi, monitor.MostModelRows, monitor.FalseFindingBudget).ShouldBe((0.2, 50_000, 0.05));
        monitor.Bins.ShouldBe(10, "what is not configured keeps its default");
    }

    [Theory]
    [InlineData("Bins", "1", "Bins must be at least 2")]
    [InlineData("DriftWindow", "900", "DriftWindow must be a multiple of DriftStep")]
    [InlineData("SilentWaits", "0", "SilentWaits")]
    public async Task Settings_that_do_not_fit_together_are_refused_at_the_start_by_name(string setting, string value, string rule)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => DriftHouse.StartAsync(_data.Path, new PublishedFindings(), ($"DriftDetection:Monitor:{setting}", value)));

        refused.Message.ShouldContain("DriftDetection:Monitor");
        refused.Message.ShouldContain(rule);
    }

    [Theory]
    [InlineData("DriftDetection:Monitor:Tests:0:Test", "no-such-test", "there is no detector or test 'no-such-test'; known are adwin")]
    [InlineData("DriftDetection:DisabledDetectors:0", "no-such", "there is no detector 'no-such'; there are")]
    [InlineData("DriftDetection:Assemblies:0", "no-such-file.dll", "'no-such-file.dll' cannot be read")]
    public async Task A_test_or_an_assembly_that_is_not_there_is_refused_at_the_start_by_name(string setting, string value, string reason)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => DriftHouse.StartAsync(_data.Path, new PublishedFindings(), (setting, value)));

        refused.Message.ShouldContain(reason);
    }

    public void Dispose() => _data.Dispose();
}
