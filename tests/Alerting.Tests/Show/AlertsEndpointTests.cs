using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MonitoringDemo.Alerting.Tests.Show;

public sealed class AlertsEndpointTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private AlertingHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await new AlertingHouse(_directory.Path).StartAsync();
        await _house.SendAsync(Sample.Broken(8100, "hits-1"), "1");
        await _house.SendAsync(Sample.Mended(8100, "hits-1"), "2");
        await _house.SendAsync(Sample.Broken(9100, "hits-2"), "3");
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("", "hits-2")]
    [InlineData("?state=open", "hits-2")]
    [InlineData("?state=resolved", "hits-1")]
    [InlineData("?state=all", "hits-2,hits-1")]
    public async Task Alerts_are_listed_by_state_newest_first(string query, string expected)
    {
        var answer = await _house.Http.GetFromJsonAsync<JsonElement>($"/v1/alerts{query}", TestContext.Current.CancellationToken);

        var incidents = answer.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("updateId").GetString());
        string.Join(',', incidents).ShouldBe(expected);
    }

    [Fact]
    public async Task A_state_that_does_not_exist_is_refused_by_name()
    {
        var response = await _house.Http.GetAsync("/v1/alerts?state=loud", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("state must be open, resolved or all");
    }

    [Fact]
    public async Task Open_alerts_are_counted_by_name_and_the_others_are_0()
    {
        var page = await _house.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        page.ShouldContain("mlops_alerts_open{alert=\"DataQualityBroken\",severity=\"critical\"} 1\n");
        page.ShouldContain("mlops_alerts_open{alert=\"PerformanceDropped\",severity=\"critical\"} 0\n");
    }
}
