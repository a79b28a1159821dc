using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.ServiceDefaults.Tests.Security;

public sealed class BindingGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData("http://localhost:5080;http://[::1]:5080;http://127.1.2.3:1", null)]
    [InlineData("http://unix:/run/demo.sock", null)]
    [InlineData("http://0.0.0.0:5080", "http://0.0.0.0:5080")]
    [InlineData("http://localhost:5080;http://*:5081", "http://*:5081")]
    [InlineData("http://+:5080", "http://+:5080")]
    [InlineData("http://[::]:5080", "http://[::]:5080")]
    [InlineData("http://demo.example:5080", "http://demo.example:5080")]
    public void What_other_machines_can_reach_is_found(string urls, string? expected)
    {
        Reachable(("urls", urls)).ShouldBe(expected);
    }

    [Fact]
    public void Ports_and_endpoints_in_the_configuration_count_too()
    {
        Reachable(("http_ports", "8080")).ShouldBe("http://*:8080");
        Reachable(("http_ports", "8080"), ("urls", "http://localhost:1")).ShouldBeNull();
        Reachable(("Kestrel:Endpoints:Web:Url", "http://10.0.0.1:80"), ("urls", "http://localhost:1")).ShouldBe("http://10.0.0.1:80");
    }

    [Fact]
    public async Task Without_a_token_a_reachable_address_is_refused_before_it_is_bound()
    {
        using var data = new TemporaryData();
        await using var app = TestService.Build(data, settings: ("urls", "http://0.0.0.0:0"));

        var refused = await Should.ThrowAsync<InsecureBindingException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("MONITORINGDEMO_TOKEN");
        refused.Message.ShouldNotContain("\n");
        StartupFailure.Explain(refused).ShouldBe(refused.Message);
    }

    [Fact]
    public async Task An_address_that_code_adds_is_refused_as_well()
    {
        using var data = new TemporaryData();
        await using var app = TestService.Build(data, builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(0)), settings: ("urls", ""));

        await Should.ThrowAsync<InsecureBindingException>(() => app.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_address_in_use_is_explained_in_one_line()
    {
        using var data = new TemporaryData();
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var app = TestService.Build(data, settings: ("urls", $"http://{listener.LocalEndpoint}"));
        var errors = new StringWriter();
        var before = Console.Error;
        Console.SetError(errors);

        var exitCode = ServiceProgram.Run(app, dataPart: "test");

        Console.SetError(before);
        exitCode.ShouldBe(2);
        errors.ToString().ShouldContain($"{listener.LocalEndpoint}");
        errors.ToString().ShouldContain("--urls");
        errors.ToString().Trim().ShouldNotContain("\n");
    }

    private static string? Reachable(params (string Key, string Value)[] settings) => new Bindings(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build()).FirstReachable();
}
