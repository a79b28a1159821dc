using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Tests.State;

public sealed class RoundTrailTests : IDisposable
{
    private readonly TemporaryData _data = new();

    private string File => _data.Directory.PathOf("some", "rounds.txt");

    public void Dispose() => _data.Dispose();

    [Fact]
    public void What_was_written_is_read_also_when_the_last_line_was_cut_off()
    {
        var trail = new RoundTrail(File);
        trail.Begin();
        trail.Add(new EffectiveRound(2, 5, 1));
        trail.Add(new EffectiveRound(5, 5, 3));
        System.IO.File.AppendAllText(File, "5 1");

        var (begins, rounds) = RoundTrail.Read(File);

        begins.ShouldBe(1);
        rounds.ShouldBe([new EffectiveRound(2, 5, 1), new EffectiveRound(5, 5, 3)]);
    }

    [Fact]
    public void Each_start_is_counted_and_no_file_is_none()
    {
        var before = RoundTrail.Read(File);
        new RoundTrail(File).Begin();
        new RoundTrail(File).Begin();

        var after = RoundTrail.Read(File);

        before.Begins.ShouldBe(0);
        after.Begins.ShouldBe(2);
        after.Rounds.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_that_is_no_round_is_refused_with_its_number()
    {
        System.IO.File.WriteAllText(File, "begin\n1 2 3\n4 five 6\n");

        var refused = Should.Throw<InvalidDataException>(() => RoundTrail.Read(File));

        refused.Message.ShouldContain("line 3");
        refused.Message.ShouldContain("4 five 6");
    }
}
