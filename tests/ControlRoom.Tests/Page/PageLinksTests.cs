using System.Net;

namespace MonitoringDemo.ControlRoom.Tests.Page;

public sealed class PageLinksTests
{
    [Theory]
    [InlineData("/incidents/hits-8001/report", null, "/v1/incidents/hits-8001/report")]
    [InlineData("/incidents/hits-8001/report", "http://127.0.0.1:5083", "http://127.0.0.1:5083/v1/incidents/hits-8001/report")]
    [InlineData("/models/12/card", null, "/v1/models/12/card")]
    [InlineData("/models/12/card", "http://127.0.0.1:5083", "http://127.0.0.1:5083/v1/models/12/card")]
    public async Task The_page_leads_to_what_is_written_in_whichever_process_it_is(string path, string? retraining, string expected)
    {
        await using var house = await new ControlRoomHouse(settings: [("ControlRoom:RetrainingUrl", retraining)]).StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = house.Http.BaseAddress };

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        response.Headers.Location!.OriginalString.ShouldBe(expected);
    }

    [Fact]
    public async Task An_id_that_is_no_path_leads_nowhere_else()
    {
        await using var house = await new ControlRoomHouse().StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = house.Http.BaseAddress };

        using var response = await client.GetAsync("/incidents/%2F%2Fexample.org%2F..%2Fx/report", TestContext.Current.CancellationToken);

        response.Headers.Location?.OriginalString.ShouldStartWith("/v1/incidents/%");
    }
}
