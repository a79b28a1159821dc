using System.Net.ServerSentEvents;
using System.Text.Json;

namespace MonitoringDemo.ControlRoom.Tests.Stream;

public sealed class EventsEndpointTests
{
    [Fact]
    public async Task A_page_gets_the_present_first_and_then_what_changes()
    {
        await using var house = await new ControlRoomHouse().StartAsync();
        await house.SendAsync(Story.Found("f1", 8100), "1");
        await using var events = await Events.OpenAsync(house.Http);

        var snapshot = await events.NextAsync();
        await house.SendAsync(Story.Decided("retrain", 8200), "2");
        var change = await events.NextAsync("change");

        snapshot.EventType.ShouldBe("snapshot");
        Titles(snapshot).ShouldBe(["Inputs moved: loudness"]);
        Titles(change).ShouldBe(["Train a new model"]);
    }

    [Fact]
    public async Task Silence_is_filled_with_heartbeats()
    {
        await using var house = await new ControlRoomHouse().StartAsync();
        await using var events = await Events.OpenAsync(house.Http);

        await events.NextAsync("snapshot");
        var beat = await events.NextAsync();

        beat.EventType.ShouldBe("heartbeat");
    }

    [Fact]
    public async Task An_open_page_does_not_hold_up_the_end_of_the_process()
    {
        await using var house = await new ControlRoomHouse().StartAsync();
        await using var events = await Events.OpenAsync(house.Http);
        await events.NextAsync("snapshot");

        await house.StopAsync();

        (await events.EndedAsync()).ShouldBeTrue();
    }

    private static IEnumerable<string?> Titles(SseItem<string> item) =>
        JsonDocument.Parse(item.Data).RootElement.GetProperty("feed").EnumerateArray().Select(e => e.GetProperty("title").GetString());

    private sealed class Events(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items) : IAsyncDisposable
    {
        public static async Task<Events> OpenAsync(HttpClient http)
        {
            var response = await http.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
            var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            return new Events(response, SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator());
        }

        public async Task<SseItem<string>> NextAsync(string? type = null)
        {
            do
            {
                (await items.MoveNextAsync()).ShouldBeTrue();
            }
            while (type is not null && items.Current.EventType != type);
            return items.Current;
        }

        public async Task<bool> EndedAsync()
        {
            while (await items.MoveNextAsync())
            {
            }

            return true;
        }

        public async ValueTask DisposeAsync()
        {
            await items.DisposeAsync();
            response.Dispose();
        }
    }
}
