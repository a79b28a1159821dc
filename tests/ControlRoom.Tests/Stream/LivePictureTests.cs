using System.Text.Json;
using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.ControlRoom.Stream;

namespace MonitoringDemo.ControlRoom.Tests.Stream;

public sealed class LivePictureTests
{
    private readonly LivePicture _picture = new(new PictureFold("hits"));

    [Fact]
    public void A_new_viewer_is_behind_and_catches_up_with_the_whole_picture()
    {
        _picture.Apply(Story.Health(8100));
        var viewer = _picture.Open()!;
        var behind = viewer.IsBehind;

        var whole = JsonDocument.Parse(_picture.CatchUp(viewer)).RootElement;

        behind.ShouldBeTrue();
        viewer.IsBehind.ShouldBeFalse();
        whole.GetProperty("points").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void A_slow_viewer_holds_up_nobody_and_falls_back_to_the_whole_picture()
    {
        var slow = _picture.Open()!;
        _picture.CatchUp(slow);
        var rows = Viewer.Bound + 10;

        for (var row = 1; row <= rows; row++)
            _picture.Apply(Story.Health(row * 100));
        var behind = slow.IsBehind;
        var whole = JsonDocument.Parse(_picture.CatchUp(slow)).RootElement;

        behind.ShouldBeTrue();
        slow.Changes.TryRead(out _).ShouldBeFalse("what it had not read is in the whole picture");
        whole.GetProperty("status").GetProperty("row").GetInt64().ShouldBe(rows * 100);
    }

    [Fact]
    public void A_change_carries_the_status_and_only_what_changed()
    {
        var viewer = _picture.Open()!;
        _picture.CatchUp(viewer);

        _picture.Apply(Story.Found("f1", 8100));

        viewer.Changes.TryRead(out var json).ShouldBeTrue();
        JsonDocument.Parse(json!).RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["status", "feed"]);
    }

    [Fact]
    public void Ends_whose_lines_have_not_come_are_no_business_of_the_page()
    {
        var viewer = _picture.Open()!;
        _picture.Apply(Story.Cleared("f1", 8100));

        var whole = JsonDocument.Parse(_picture.CatchUp(viewer)).RootElement;
        _picture.Apply(Story.Cleared("f2", 8100));

        whole.TryGetProperty("endedFirst", out _).ShouldBeFalse();
        viewer.Changes.TryRead(out var json).ShouldBeTrue();
        JsonDocument.Parse(json!).RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["status"]);
    }

    [Fact]
    public void There_is_room_for_so_many_viewers_and_a_closed_page_makes_room()
    {
        var first = _picture.Open()!;
        for (var i = 1; i < LivePicture.ViewersAtMost; i++)
            _picture.Open().ShouldNotBeNull();

        var refused = _picture.Open();
        _picture.Close(first);

        refused.ShouldBeNull();
        _picture.Open().ShouldNotBeNull();
    }
}
