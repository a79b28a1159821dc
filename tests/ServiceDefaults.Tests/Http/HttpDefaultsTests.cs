using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MonitoringDemo.ServiceDefaults.Tests.Http;

public sealed class HttpDefaultsTests
{
    [Fact]
    public async Task A_failure_is_answered_with_a_problem_that_shows_no_inner_workings()
    {
        await using var service = await TestService.StartAsync(map: app => app.MapGet("/fail", string () => throw new InvalidOperationException("the inner workings")));

        using var response = await service.Client.GetAsync(new Uri("/fail", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await ShouldBeProblem(response, without: "inner workings");
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_too()
    {
        await using var service = await TestService.StartAsync();

        using var response = await service.Client.GetAsync(new Uri("/nowhere", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await ShouldBeProblem(response);
    }

    [Fact]
    public async Task A_body_past_the_limit_gets_a_413_even_when_the_endpoint_reads_it_by_hand()
    {
        await using var service = await TestService.StartAsync(
            map: app =>
            {
                app.MapPost("/bound", (Song song) => song.Title);
                app.MapPost("/by-hand", async (HttpRequest request) =>
                {
                    await request.Body.CopyToAsync(Stream.Null);
                    return "read";
                });
            },
            settings: ("Http:MaxRequestBodyBytes", "2048"));

        foreach (var path in new[] { "/bound", "/by-hand" })
        {
            using var body = new StringContent($$"""{"title":"{{new string('x', 4096)}}"}""", Encoding.UTF8, "application/json");
            using var response = await service.Client.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);

            response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge, path);
            await ShouldBeProblem(response);
        }
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is()
    {
        await using var service = await TestService.StartAsync();

        using var response = await service.Client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Server.ShouldBeEmpty();
    }

    private static async Task ShouldBeProblem(HttpResponseMessage response, string without = "   at ")
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(without);
    }

    internal sealed record Song(string Title);
}
