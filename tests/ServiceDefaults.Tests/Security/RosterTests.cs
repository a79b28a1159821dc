using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.ServiceDefaults.Tests.Security;

public sealed class RosterTests
{
    private const string Shared = "correct horse battery staple";

    private static readonly string s_people = PeopleText.Write([Of("vera", PersonRole.Viewer), Of("olga", PersonRole.Operator), Of("ana", PersonRole.Approver), Of("ben", PersonRole.Admin)]);

    [Theory]
    [InlineData("vera", HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("olga", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("ana", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("ben", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Each_role_may_what_the_ones_before_it_may(string? name, HttpStatusCode look, HttpStatusCode work, HttpStatusCode approve, HttpStatusCode delete)
    {
        await using var service = await StartAsync();
        var token = name is null ? Shared : TokenOf(name);

        HttpStatusCode[] answers = [await AskAsync(service, HttpMethod.Get, "/thing", token), await AskAsync(service, HttpMethod.Post, "/thing", token), await AskAsync(service, HttpMethod.Post, "/approve", token), await AskAsync(service, HttpMethod.Post, "/delete", token)];

        answers.ShouldBe([look, work, approve, delete]);
    }

    [Fact]
    public async Task A_service_knows_who_asks_and_the_shared_token_is_nobody()
    {
        await using var service = await StartAsync();

        using var ana = await SendAsync(service, HttpMethod.Get, "/who", TokenOf("ana"));
        using var nobody = await SendAsync(service, HttpMethod.Get, "/who", Shared);
        using var stranger = await SendAsync(service, HttpMethod.Get, "/who", "another");

        (await ana.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("ana Approver");
        (await nobody.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(" Operator");
        stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_may_not_is_told_which_role_it_takes()
    {
        await using var service = await StartAsync();

        using var response = await SendAsync(service, HttpMethod.Post, "/approve", TokenOf("olga"));

        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        ((string)problem!["detail"]!).ShouldBe("olga may what an operator may; this takes an approver.");
    }

    [Fact]
    public async Task A_page_opened_with_a_persons_token_is_that_persons_and_a_cookie_of_another_name_is_refused()
    {
        await using var service = await StartAsync();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = service.Client.BaseAddress };

        using var opened = await browser.GetAsync(new Uri($"/who?access_token={TokenOf("ana")}", UriKind.Relative), TestContext.Current.CancellationToken);

        var cookie = opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        cookie.ShouldNotContain(TokenOf("ana"));
        (await WhoAsync(service, cookie)).ShouldBe((HttpStatusCode.OK, "ana Approver"));
        (await WhoAsync(service, cookie.Replace("ana.", "ben.", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("[]", "it names nobody")]
    [InlineData("{}", "no list of people")]
    [InlineData("""[{"name":"ana","role":"boss","tokenSha256":"0000000000000000000000000000000000000000000000000000000000000000"}]""", "no list of people")]
    [InlineData("""[{"name":"ana","role":"admin"}]""", "no list of people")]
    [InlineData("""[{"name":"Ana B","role":"admin","tokenSha256":"0000000000000000000000000000000000000000000000000000000000000000"}]""", "name 'Ana B' must be")]
    [InlineData("""[{"name":"ana","role":"admin","tokenSha256":"secret"}]""", "tokenSha256 of 'ana' must be 64 digits")]
    [InlineData("""[{"name":"ana","role":"admin","tokenSha256":"0000000000000000000000000000000000000000000000000000000000000000"},{"name":"ana","role":"viewer","tokenSha256":"1000000000000000000000000000000000000000000000000000000000000000"}]""", "'ana' is named twice")]
    [InlineData("""[{"name":"ana","role":"admin","tokenSha256":"0000000000000000000000000000000000000000000000000000000000000000"},{"name":"ben","role":"viewer","tokenSha256":"0000000000000000000000000000000000000000000000000000000000000000"}]""", "'ana' and 'ben' have one token")]
    public async Task A_list_that_cannot_be_used_stops_the_start_with_what_is_wrong(string people, string why)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(("MONITORINGDEMO_PEOPLE", people), ("MONITORINGDEMO_TOKEN", Shared)));

        refused.Message.ShouldContain(why);
    }

    [Fact]
    public async Task People_without_the_token_of_the_services_and_a_person_who_has_that_token_are_refused()
    {
        var without = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(("MONITORINGDEMO_PEOPLE", s_people)));
        var same = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(("MONITORINGDEMO_PEOPLE", s_people), ("MONITORINGDEMO_TOKEN", TokenOf("ana"))));

        without.Message.ShouldContain("MONITORINGDEMO_TOKEN is not set");
        same.Message.ShouldContain("the token of 'ana' is MONITORINGDEMO_TOKEN");
    }

    private static string TokenOf(string name) => $"the-token-of-{name}";

    private static Person Of(string name, PersonRole role) => new(name, role, Roster.HashOf(TokenOf(name)));

    private static Task<TestService> StartAsync() => StartAsync(("MONITORINGDEMO_PEOPLE", s_people), ("MONITORINGDEMO_TOKEN", Shared));

    private static Task<TestService> StartAsync(params (string, string)[] settings) => TestService.StartAsync(
        map: app =>
        {
            app.MapGet("/thing", () => "a thing");
            app.MapPost("/thing", () => TypedResults.Ok());
            app.MapPost("/approve", () => TypedResults.Ok()).Needs(PersonRole.Approver);
            app.MapPost("/delete", () => TypedResults.Ok()).Needs(PersonRole.Admin);
            app.MapGet("/who", (HttpContext context) => $"{Caller.Of(context).Name} {Caller.Of(context).Role}");
        },
        settings: settings);

    private static async Task<HttpStatusCode> AskAsync(TestService service, HttpMethod method, string path, string token)
    {
        using var response = await SendAsync(service, method, path, token);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestService service, HttpMethod method, string path, string token)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new("Bearer", token) } };
        return await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<(HttpStatusCode Status, string Text)> WhoAsync(TestService service, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Add("Cookie", cookie);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
