using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ServiceDefaults.Tests.Messaging;

public sealed class InboxTests
{
    [Fact]
    public void A_known_id_is_dropped_and_the_oldest_makes_room()
    {
        var inbox = new Inbox(capacity: 2);
        var (a, b, c) = (Id("a"), Id("b"), Id("c"));

        inbox.TryAdd(a).ShouldBeTrue();
        inbox.TryAdd(b).ShouldBeTrue();
        inbox.TryAdd(a).ShouldBeFalse();
        inbox.TryAdd(c).ShouldBeTrue();

        inbox.Ids.ShouldBe([b, c]);
        inbox.Contains(a).ShouldBeFalse();
    }

    [Fact]
    public void It_comes_back_from_a_checkpoint_in_the_same_order()
    {
        var inbox = new Inbox(capacity: 3);
        foreach (var key in new[] { "a", "b", "c", "d" }) inbox.TryAdd(Id(key));

        var back = JsonSerializer.Deserialize<Inbox>(JsonSerializer.Serialize(inbox, MessageJson.Options), MessageJson.Options)!;

        back.Capacity.ShouldBe(3);
        back.Ids.ShouldBe([Id("b"), Id("c"), Id("d")]);
    }

    private static Guid Id(string key) => MessageIds.For("tests", key);
}
