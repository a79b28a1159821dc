using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MonitoringDemo.ServiceDefaults.Tests.Security;

public sealed class RequestGuardTests
{
    private const string Secret = "correct horse battery staple";

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:5080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:1", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example:80", HttpStatusCode.MisdirectedRequest)]
    public async Task On_loopback_only_names_of_this_machine_are_answered(string host, HttpStatusCode expected)
    {
        await using var service = await StartAsync();

        using var response = await SendAsync(service, HttpMethod.Get, "/thing", r => r.Headers.Host = host);

        response.StatusCode.ShouldBe(expected);
        if (expected != HttpStatusCode.OK) await ShouldBeProblem(response);
    }

    [Theory]
    [InlineData("own", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task A_foreign_page_may_not_change_anything(string? origin, HttpStatusCode expected)
    {
        await using var service = await StartAsync();
        if (origin == "own") origin = service.App.Urls.First();

        using var post = await SendAsync(service, HttpMethod.Post, "/thing", r => AddOrigin(r, origin));
        using var get = await SendAsync(service, HttpMethod.Get, "/thing", r => AddOrigin(r, origin));

        post.StatusCode.ShouldBe(expected);
        get.StatusCode.ShouldBe(HttpStatusCode.OK);
        if (expected != HttpStatusCode.OK) await ShouldBeProblem(post);
    }

    [Theory]
    [InlineData("/health/live", null, HttpStatusCode.OK)]
    [InlineData("/health/serving", null, HttpStatusCode.OK)]
    [InlineData("/health/ready", null, HttpStatusCode.Unauthorized)]
    [InlineData("/metrics", null, HttpStatusCode.Unauthorized)]
    [InlineData("/thing", null, HttpStatusCode.Unauthorized)]
    [InlineData("/thing", "Bearer wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/thing", "Basic " + Secret, HttpStatusCode.Unauthorized)]
    [InlineData("/no-such-thing", null, HttpStatusCode.Unauthorized)]
    [InlineData("/thing", "Bearer " + Secret, HttpStatusCode.OK)]
    [InlineData("/metrics", "Bearer " + Secret, HttpStatusCode.OK)]
    public async Task With_a_token_everything_but_liveness_asks_for_it(string path, string? authorization, HttpStatusCode expected)
    {
        await using var service = await StartAsync(("MONITORINGDEMO_TOKEN", Secret));

        using var response = await SendAsync(service, HttpMethod.Get, path, r =>
        {
            if (authorization is not null) r.Headers.TryAddWithoutValidation("Authorization", authorization);
        });

        response.StatusCode.ShouldBe(expected);
        if (expected != HttpStatusCode.Unauthorized) return;
        response.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
        await ShouldBeProblem(response);
    }

    [Fact]
    public async Task A_page_opened_with_the_token_gets_a_cookie_and_an_address_without_it()
    {
        await using var service = await StartAsync(("MONITORINGDEMO_TOKEN", Secret));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = service.Client.BaseAddress };

        using var opened = await browser.GetAsync(new Uri($"/thing?a=1&access_token={Uri.EscapeDataString(Secret)}", UriKind.Relative), TestContext.Current.CancellationToken);

        opened.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        opened.Headers.Location!.ToString().ShouldBe("/thing?a=1");
        var cookie = opened.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldNotContain("correct");
        using var next = await SendAsync(service, HttpMethod.Get, "/thing", r => r.Headers.Add("Cookie", cookie.Split(';')[0]));
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var forged = await SendAsync(service, HttpMethod.Get, "/thing", r => r.Headers.Add("Cookie", "monitoringdemo-token=0"));
        forged.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var post = await SendAsync(service, HttpMethod.Post, $"/thing?access_token={Uri.EscapeDataString(Secret)}", _ => { });
        post.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task<TestService> StartAsync(params (string, string)[] settings) => TestService.StartAsync(
        map: app =>
        {
            app.MapGet("/thing", () => "a thing");
            app.MapPost("/thing", () => TypedResults.Ok());
        },
        settings: settings);

    private static async Task<HttpResponseMessage> SendAsync(TestService service, HttpMethod method, string path, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(method, path);
        change(request);
        return await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static void AddOrigin(HttpRequestMessage request, string? origin)
    {
        if (origin is not null) request.Headers.Add("Origin", origin);
    }

    private static async Task ShouldBeProblem(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        ((int)problem!["status"]!).ShouldBe((int)response.StatusCode);
        ((string)problem["detail"]!).ShouldNotBeNullOrEmpty();
    }
}
