using System.Text.RegularExpressions;

namespace MonitoringDemo.Dashboards.Tests;

public sealed partial class AlertmanagerConfigTests
{
    private const string Config = "deploy/alertmanager/alertmanager.yml";

    [Fact]
    public async Task Amtool_takes_the_configuration()
    {
        var output = await Tool.RunAsync("amtool", "check-config", Config);

        output.ShouldContain("SUCCESS");
    }

    [Theory]
    [InlineData("nobody", "severity=none", "team=platform")]
    [InlineData("journal", "severity=info", "team=model-owner")]
    [InlineData("on-duty,data-owner", "severity=critical", "team=data-owner", "model=hits")]
    [InlineData("on-duty,platform", "severity=critical", "team=platform")]
    [InlineData("model-owner", "severity=warning", "team=model-owner", "model=hits")]
    [InlineData("platform", "severity=warning")]
    public async Task An_alert_goes_to_whoever_has_to_act(string receivers, params string[] labels)
    {
        var output = await Tool.RunAsync("amtool", ["config", "routes", "test", $"--config.file={Config}", .. labels]);

        output.Split('\n')[0].ShouldBe(receivers);
    }

    [Fact]
    public void What_silences_and_what_is_silenced_are_alerts_that_there_are()
    {
        var runbooks = Directory.GetFiles(Root.PathOf("docs", "runbooks")).Select(Path.GetFileNameWithoutExtension);

        var named = Named().Matches(File.ReadAllText(Root.PathOf(Config))).SelectMany(match => match.Groups[1].Value.Split('|')).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(10);
        named.Except(runbooks).ShouldBeEmpty();
    }

    [GeneratedRegex("alertname=~?\"([^\"]+)\"")]
    private static partial Regex Named();
}
