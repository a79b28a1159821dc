using System.Text.Json.Nodes;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection.ReadLog;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.LogStream.Merge;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Traffic.Live;

namespace MonitoringDemo.Formats.Tests;

public sealed class CheckpointTests
{
    public static TheoryData<string> Alerts => StoredFiles.Of("alerting");

    public static TheoryData<string> Drifts => StoredFiles.Of("drift");

    public static TheoryData<string> Forwarded => StoredFiles.Of("forwarded");

    public static TheoryData<string> Trails => StoredFiles.Of("rounds");

    public static TheoryData<string> Replicas => StoredFiles.Of("replica");

    public static TheoryData<string> Merges => StoredFiles.Of("merge");

    public static TheoryData<string> Releases => StoredFiles.Of("inference");

    public static TheoryData<string> Pictures => StoredFiles.Of("picture");

    public static TheoryData<string> Classrooms => StoredFiles.Of("classroom");

    public static TheoryData<string> Mysteries => StoredFiles.Of("mysteries");

    public static TheoryData<string> Worlds => StoredFiles.Of("traffic");

    [Theory]
    [MemberData(nameof(Trails))]
    public void The_rounds_of_a_service_are_read(string file)
    {
        var (begins, rounds) = RoundTrail.Read(StoredFiles.PathOf(file));

        begins.ShouldBe(1);
        rounds.ShouldBe(Samples.Rounds);
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void The_state_of_alerting_is_read(string file) => Holds<AlertingState>(file);

    [Theory]
    [MemberData(nameof(Releases))]
    public void The_release_that_inference_serves_is_read(string file) => Holds<AppliedRelease>(file);

    [Theory]
    [MemberData(nameof(Forwarded))]
    public void How_far_the_log_was_shipped_is_read(string file) => Holds<ForwardedPosition>(file);

    [Theory]
    [MemberData(nameof(Replicas))]
    public void How_far_the_stream_of_the_log_was_read_is_read(string file) => Holds<ReplicaPosition>(file);

    [Theory]
    [MemberData(nameof(Merges))]
    public void What_a_merged_log_does_not_tell_is_read(string file) => Holds<MergeState>(file);

    [Theory]
    [MemberData(nameof(Classrooms))]
    public void The_teams_of_a_classroom_are_read(string file) => Holds<TeamList>(file);

    [Theory]
    [MemberData(nameof(Mysteries))]
    public void The_mysteries_of_a_classroom_are_read(string file) => Holds<MysteryCase>(file);

    [Theory]
    [MemberData(nameof(Worlds))]
    public void How_far_the_world_was_played_is_read(string file) => Holds<TrafficState>(file);

    [Theory]
    [MemberData(nameof(Pictures))]
    public void The_picture_of_the_page_is_read_and_goes_on(string file)
    {
        var picture = Holds<FleetPicture>(file);

        var fold = new PictureFold(picture.Status.Model, picture);

        fold.Whole.Feed!.Count.ShouldBe(picture.Feed!.Count);
    }

    [Theory]
    [MemberData(nameof(Drifts))]
    public void The_state_of_drift_detection_is_read_and_its_monitor_goes_on_or_is_of_another_version(string file)
    {
        var state = Holds<DriftState>(file);

        var refused = Record.Exception(() => ModelMonitor.Resume(new MonitorState(state.Monitor!), Samples.Schema));

        if (file == $"drift/{StoredFiles.Newest["drift"]}.json") refused.ShouldBeNull();
        else refused?.Message.ShouldContain("another version");
    }

    private static T Holds<T>(string file)
        where T : class
    {
        var checkpoint = new Checkpoint<T>(StoredFiles.PathOf(file));
        var bytes = StoredFiles.Read(file);

        checkpoint.TryLoad(out var read).ShouldBeTrue();

        StoredJson.ShouldHold(read, JsonNode.Parse(bytes.AsSpan(bytes.AsSpan().IndexOf((byte)'\n') + 1)), MessageJson.Options);
        return read!;
    }
}
