using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.ControlRoom.Stream;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.ServiceDefaults.Time;

namespace MonitoringDemo.ControlRoom.Tests.Picture;

public sealed class PicturePumpTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("control-room-").FullName;
    private readonly LockstepClock _clock = new();
    private readonly LivePicture _picture = new(new PictureFold("hits"));
    private readonly Checkpoint<FleetPicture> _checkpoint;

    public PicturePumpTests() => _checkpoint = new(Path.Combine(_directory, "picture.json"));

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task An_event_is_saved_at_once_and_measurements_every_few_seconds()
    {
        using var pump = Pump();
        _picture.Apply(Story.Found("f1", 8100));
        await pump.PumpAsync(TestContext.Current.CancellationToken);
        _picture.Apply(Story.Health(8200));
        await pump.PumpAsync(TestContext.Current.CancellationToken);
        var early = Saved();
        _clock.SetUtcNow(_clock.GetUtcNow().AddSeconds(3));
        await pump.PumpAsync(TestContext.Current.CancellationToken);

        early.Feed!.Count.ShouldBe(1);
        early.Status.MeasuredRow.ShouldBe(0);
        Saved().Status.MeasuredRow.ShouldBe(8200);
    }

    [Fact]
    public async Task An_end_that_came_in_before_its_line_is_saved_at_once()
    {
        using var pump = Pump();
        _picture.Apply(Story.Found("f1", 8100));
        await pump.PumpAsync(TestContext.Current.CancellationToken);

        _picture.Apply(Story.Cleared("f2", 8200));
        await pump.PumpAsync(TestContext.Current.CancellationToken);

        Saved().EndedFirst!.ShouldHaveSingleItem().ShouldBe(new EndedLine("f2", 8200));
    }

    [Fact]
    public void A_picture_saved_before_ends_were_remembered_still_loads()
    {
        var body = JsonSerializer.SerializeToNode(new FleetPicture(new Status("hits", 8200)), MessageJson.Options)!.AsObject();
        body.Remove("endedFirst").ShouldBeTrue();
        new Checkpoint<JsonObject>(_checkpoint.Path).Save(body);

        var fold = new PictureFold("hits", Saved());

        (fold.Status.Row, fold.Whole.EndedFirst!.Count).ShouldBe((8200, 0));
    }

    [Fact]
    public void The_last_picture_is_saved_at_the_end()
    {
        var pump = Pump();
        _picture.Apply(Story.Health(8200));

        pump.Dispose();

        Saved().Status.Row.ShouldBe(8200);
    }

    [Fact]
    public async Task Lockstep_saves_nothing()
    {
        var pump = Pump(lockstep: true);
        _picture.Apply(Story.Found("f1", 8100));

        var worked = await pump.PumpAsync(TestContext.Current.CancellationToken);
        pump.Dispose();

        worked.ShouldBeFalse();
        _checkpoint.TryLoad(out _).ShouldBeFalse();
    }

    private PicturePump Pump(bool lockstep = false) => new(_picture, _checkpoint, Options.Create(new PumpOptions { Lockstep = lockstep }), _clock);

    private FleetPicture Saved() => _checkpoint.TryLoad(out var saved) ? saved : throw new InvalidOperationException("nothing saved");
}
