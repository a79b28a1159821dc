using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.ServiceDefaults.Tests.LogStream;

public sealed class StreamStartTests
{
    private static readonly StreamDelivery Last = At(10, ordinal: 7);

    [Fact]
    public void The_message_that_was_taken_last_is_known_again_and_not_taken_twice()
    {
        var start = Begin();

        var meets = new[] { At(9, ordinal: 6), Last, At(11, ordinal: 8) }.Select(delivery => start.Meets(delivery, _ => 8)).ToList();

        meets.ShouldBe([true, true, false]);
        start.IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void Another_message_in_its_place_means_another_stream()
    {
        var start = Begin();

        Should.Throw<StreamPositionException>(() => start.Meets(At(10, ordinal: 6), _ => 8)).Message.ShouldContain("it is another stream");
    }

    [Fact]
    public void A_stream_that_begins_later_is_fine_where_no_record_is_gone()
    {
        var start = Begin();

        var meets = new[] { At(40, ShippedMessage.Schema), At(41, ordinal: 8) }.Select(delivery => start.Meets(delivery, _ => 8)).ToList();

        meets.ShouldBe([false, false]);
        start.IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void A_stream_that_lost_records_which_were_not_read_yet_is_told()
    {
        var start = Begin();

        var told = Should.Throw<StreamPositionException>(() => start.Meets(At(40, ordinal: 30), _ => 8));

        told.Message.ShouldContain("begins at offset 40 with record 30");
        told.Message.ShouldContain("wants record 8");
    }

    [Fact]
    public void Silence_is_told_when_it_lasts()
    {
        var start = Begin();

        Should.NotThrow(() => start.ThrowIfLate(TimeProvider.System, TimeSpan.FromHours(1)));
        Should.Throw<StreamPositionException>(() => start.ThrowIfLate(TimeProvider.System, TimeSpan.Zero)).Message.ShouldContain("it ends before that");
    }

    private static StreamStart Begin() => new(new ReplicaPosition("inference-log", Last.Offset, Last.Sha256), TimeProvider.System.GetTimestamp());

    private static StreamDelivery At(long offset, long ordinal)
    {
        var body = BitConverter.GetBytes(ordinal);
        return new StreamDelivery(1, offset, new ShippedMessage("inference", "a log", ordinal, 100, body), body);
    }
}
