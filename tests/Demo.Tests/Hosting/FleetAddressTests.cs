using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.Hosting;

public sealed class FleetAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://localhost:81", "http://localhost:81/")]
    [InlineData("http://*:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://0.0.0.0:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080/")]
    public void The_host_calls_itself_where_it_listens(string url, string address)
    {
        FleetAddress.ToCall(url).ToString().ShouldBe(address);
    }

    [Fact]
    public void Port_0_becomes_a_free_port()
    {
        new Uri(FleetAddress.Settle(FleetAddress.AnyFree)).Port.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:port")]
    public void What_is_no_address_is_refused(string url)
    {
        Should.Throw<UnusableInputException>(() => FleetAddress.Settle(url)).Message.ShouldContain("--urls");
    }
}
