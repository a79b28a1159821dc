using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class MalformedRequestTests
{
    [Fact]
    public async Task A_thousand_malformed_requests_are_all_refused_by_name_and_leave_the_log_as_it_was()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        await demo.PauseAsync(cancellation);
        var before = LogBytes(data);
        var random = new Random(4711);

        var wrong = new List<string>();
        for (var i = 0; i < 1_000; i++)
        {
            var request = MalformedRequest.Make(random, i);
            using var content = new StringContent(request.Body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
            using var response = await demo.Http.PostAsync(request.Path, content, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            if ((int)response.StatusCode is < 400 or >= 500 || !NamesTheField(response, body, request.MustName))
                wrong.Add($"{request.Kind}: {(int)response.StatusCode} {body}");
        }

        wrong.ShouldBeEmpty();
        LogBytes(data).ShouldBe(before);
        demo.Process.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_413()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        using var content = new StringContent(new string(' ', 5_000_000) + "{}", new MediaTypeHeaderValue("application/json"));

        using var response = await demo.Http.PostAsync("/v1/predictions", content, cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static long LogBytes(TemporaryDirectory data) =>
        Directory.EnumerateFiles(data.PathOf("log"), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    private static bool NamesTheField(HttpResponseMessage response, string body, string field)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return false;
        using var problem = JsonDocument.Parse(body);
        return problem.RootElement.TryGetProperty("status", out _) && body.Contains(field, StringComparison.Ordinal);
    }
}
