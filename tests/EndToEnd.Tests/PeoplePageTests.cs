using Microsoft.Playwright;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class PeoplePageTests
{
    private const float Patience = 90_000;

    [Fact]
    public async Task A_person_approves_freezes_and_takes_back_on_the_page_and_each_says_why()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation, new Dictionary<string, string?>
        {
            ["MONITORINGDEMO_TOKEN"] = "shared",
            ["MONITORINGDEMO_PEOPLE"] = PeopleText.Write([new Person("ana", PersonRole.Approver, Roster.HashOf("the-token-of-ana"))]),
            ["Retraining__RoutineApprovers"] = "1",
        });
        await using var open = await OpenPage.OpenAsync(new Uri(demo.Http.BaseAddress!, "/?access_token=the-token-of-ana"));
        var (page, people) = (open.Page, open.Page.Locator("[data-panel='people']"));
        var reason = people.Locator(".people-reason");
        await demo.PaceAsync(1_000, cancellation);
        await demo.StartScenarioAsync("taste-flip", cancellation);

        await Assertions.Expect(people.Locator("[data-waiting]").First).ToContainTextAsync("One approval is missing", new() { Timeout = Patience });
        await people.GetByRole(AriaRole.Button, new() { Name = "Approve" }).First.ClickAsync();
        await Assertions.Expect(people.Locator(".inline-error")).ToContainTextAsync("Say why");
        await reason.FillAsync("Its card was read");
        await people.GetByRole(AriaRole.Button, new() { Name = "Approve" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".feed .entry.decision", new() { HasText = "approved by ana" }).First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".card.champion")).Not.ToContainTextAsync("static twin", new() { Timeout = Patience });

        await reason.FillAsync("Release week");
        await people.GetByRole(AriaRole.Button, new() { Name = "Freeze releases" }).ClickAsync();
        await Assertions.Expect(people.Locator(".people-frozen")).ToContainTextAsync("Releases are frozen by ana: Release week.", new() { Timeout = 20_000 });
        await reason.FillAsync("Complaints");
        await people.GetByRole(AriaRole.Button, new() { Name = "Take the model back" }).ClickAsync();
        await Assertions.Expect(page.Locator(".feed .entry.decision", new() { HasText = "taken back" }).First).ToContainTextAsync("ana took version", new() { Timeout = 20_000 });

        open.Complaints.ShouldBeEmpty();
    }
}
