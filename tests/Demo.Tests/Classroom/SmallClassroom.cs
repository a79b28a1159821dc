using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Demo.Classroom;
using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.Classroom;

/// <summary>A real classroom on a free port of this machine, in a directory that goes with it.</summary>
internal sealed class SmallClassroom : IAsyncDisposable
{
    public const string Token = "the-token-of-the-instructor";

    private readonly WebApplication _app;

    private SmallClassroom(WebApplication app, Uri address)
    {
        _app = app;
        Instructor = new HttpClient { BaseAddress = address };
        Instructor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    // Few rows and one candidate: what is tried here is not the training.
    private static readonly Dictionary<string, string?> s_quick = new() { ["Retraining:Candidates"] = "binned-logistic", ["Traffic:WarmUp"] = "2000" };

    public HttpClient Instructor { get; }

    public TeamFleets Teams => _app.Services.GetRequiredService<TeamFleets>();

    public T Get<T>()
        where T : class => _app.Services.GetRequiredService<T>();

    public static async Task<SmallClassroom> StartAsync(string directory, double songsPerSecond, params string[] teams)
    {
        var url = FleetAddress.Settle(FleetAddress.AnyFree);
        var app = ClassroomHost.Build(new ClassroomPlan(url, directory, teams, songsPerSecond, Seed: 1) { Options = s_quick }, Token);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var classroom = new SmallClassroom(app, FleetAddress.ToCall(url));
        await classroom.Teams.StartAsync(TestContext.Current.CancellationToken);
        return classroom;
    }

    /// <summary>A browser without any token or cookie.</summary>
    public HttpClient Stranger() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Instructor.BaseAddress };

    /// <summary>A browser that has typed the team's code.</summary>
    public async Task<HttpClient> MemberOfAsync(string team)
    {
        var browser = new HttpClient { BaseAddress = Instructor.BaseAddress };
        using var answer = await browser.GetAsync(new Uri($"join?code={Teams.ByName(team)!.Pass.Code}", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    public Task<HttpResponseMessage> OrderAsync(string what, object order) => Instructor.PostAsJsonAsync($"v1/wall/{what}", order, TestContext.Current.CancellationToken);

    /// <summary>The team on the wall, once it looks as wanted.</summary>
    public async Task<JsonElement> OnTheWallAsync(string team, Func<JsonElement, bool> asWanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            var wall = await Instructor.GetFromJsonAsync<JsonElement>("v1/wall", patience.Token);
            var shown = wall.GetProperty("teams").EnumerateArray().Single(one => one.GetProperty("name").GetString() == team);
            if (asWanted(shown)) return shown;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Instructor.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
