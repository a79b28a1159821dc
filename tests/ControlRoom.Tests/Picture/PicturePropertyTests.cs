using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.Properties;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ControlRoom.Tests.Picture;

public sealed class PicturePropertyTests
{
    private static readonly Gen<object[]> s_messages = Gen.ArrayOf(Messages.Any).Resize(40);

    [Fact]
    public void A_restart_after_any_message_goes_on_with_the_same_picture() => Claim.Holds(
        from messages in s_messages from at in Gen.Choose(0, messages.Length) select (messages, at),
        made =>
        {
            var (straight, restarted) = (new PictureFold("hits"), new PictureFold("hits"));
            for (var i = 0; i < made.messages.Length; i++)
            {
                if (i == made.at) restarted = new PictureFold("hits", Saved(restarted.Whole));
                straight.Apply(made.messages[i]);
                restarted.Apply(made.messages[i]);
            }

            Told(restarted).ShouldBe(Told(straight));
        });

    [Fact]
    public void The_parts_put_together_are_the_whole_picture() => Claim.Holds(s_messages, messages =>
    {
        var (fold, page) = (new PictureFold("hits"), new PictureFold("hits").Whole);

        foreach (var message in messages)
            page = fold.Apply(message) is { } part ? Merged(page, part) : page;

        var whole = fold.Whole;
        Made.Told(page.Drift).ShouldBe(Made.Told(whole.Drift));
        Made.Told(page.Broken).ShouldBe(Made.Told(whole.Broken));
        Made.Told(page.Points).ShouldBe(Made.Told(whole.Points));
        Made.Told(page.Versions!.OrderBy(each => each.Version)).ShouldBe(Made.Told(whole.Versions!.OrderBy(each => each.Version)));
        Made.Told(page.Markers!.OrderBy(each => each.Id, StringComparer.Ordinal)).ShouldBe(Made.Told(whole.Markers!.OrderBy(each => each.Id, StringComparer.Ordinal)));
        Made.Told(page.Feed!.OrderBy(each => each.Id, StringComparer.Ordinal)).ShouldBe(Made.Told(whole.Feed!.OrderBy(each => each.Id, StringComparer.Ordinal)));
        Made.Told(page.Experiments!.OrderBy(each => each.Id, StringComparer.Ordinal)).ShouldBe(Made.Told(whole.Experiments!.OrderBy(each => each.Id, StringComparer.Ordinal)));
    });

    [Fact]
    public void Ends_meet_what_they_end_in_whatever_order_they_come() => Claim.Holds(
        from messages in Messages.Ends from other in Gen.Shuffle(messages) select (messages, other),
        orders =>
        {
            var (one, other) = (new PictureFold("hits"), new PictureFold("hits"));
            foreach (var message in orders.messages) one.Apply(message);
            foreach (var message in orders.other) other.Apply(message);

            Ended(other).ShouldBe(Ended(one));
        },
        share: 2);

    private static FleetPicture Saved(FleetPicture picture) =>
        JsonSerializer.Deserialize<FleetPicture>(JsonSerializer.SerializeToUtf8Bytes(picture, MessageJson.Options), MessageJson.Options)!;

    private static string Told(PictureFold fold) => Made.Told(new { fold.Whole, Open = fold.OpenAlerts.Order(StringComparer.Ordinal) });

    private static string Ended(PictureFold fold) => Made.Told(new
    {
        Feed = fold.Whole.Feed!.OrderBy(each => each.Id, StringComparer.Ordinal).Select(each => (each.Id, each.EndedAtRow, each.Alert?.ResolvedAtRow)),
        Broken = fold.Whole.Broken!.Select(each => each.Id).Order(StringComparer.Ordinal),
        Open = fold.OpenAlerts.Order(StringComparer.Ordinal),
        Early = fold.Whole.EndedFirst!.Select(each => each.Id).Order(StringComparer.Ordinal),
    });

    /// <summary>What store.js does with a part.</summary>
    private static FleetPicture Merged(FleetPicture page, FleetPicture part) => new(
        part.Status,
        Put(page.Points, part.Points, each => each.Row),
        null,
        part.Drift ?? page.Drift,
        part.Broken ?? page.Broken,
        Put(page.Versions, part.Versions, each => each.Version),
        Put(page.Markers, part.Markers, each => each.Id),
        Put(page.Feed, part.Feed, each => each.Id),
        Put(page.Experiments, part.Experiments, each => each.Id));

    private static List<T> Put<T, TKey>(IEnumerable<T>? shown, IEnumerable<T>? news, Func<T, TKey> key)
        where TKey : notnull
    {
        var merged = shown?.ToList() ?? [];
        foreach (var item in news ?? [])
        {
            var index = merged.FindIndex(each => key(each).Equals(key(item)));
            if (index < 0) merged.Add(item);
            else merged[index] = item;
        }

        return merged;
    }
}
