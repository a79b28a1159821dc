using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.ServiceDefaults.Signing;

namespace MonitoringDemo.Demo.Tests.Hosting;

public sealed class FleetHostTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("false", false)]
    public async Task In_one_process_no_old_version_is_slipped_in_unless_that_is_wanted(string? setting, bool expected)
    {
        using var temporary = new TemporaryFolder();
        Dictionary<string, string?> options = setting is null ? [] : new() { ["Signing:DowngradesNeedPermit"] = setting };

        await using var app = FleetHost.Build(new FleetSettings(FleetAddress.AnyFree, temporary.Path, Lockstep: true) { Options = options });

        app.Services.GetRequiredService<SigningOptions>().DowngradesNeedPermit.ShouldBe(expected);
    }
}
