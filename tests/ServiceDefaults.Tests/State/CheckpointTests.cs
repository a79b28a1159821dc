using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Tests.State;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void What_was_saved_last_is_loaded()
    {
        var checkpoint = New();
        checkpoint.TryLoad(out _).ShouldBeFalse();

        checkpoint.Save(new Progress(1, [0.5]));
        checkpoint.Save(new Progress(2, [double.NaN, double.PositiveInfinity, 0.1]));

        New().TryLoad(out var loaded).ShouldBeTrue();
        loaded!.Offset.ShouldBe(2);
        loaded.Values.ShouldBe([double.NaN, double.PositiveInfinity, 0.1]);
        Directory.GetFiles(Path.GetDirectoryName(checkpoint.Path)!).Length.ShouldBe(1);
    }

    [Fact]
    public void A_crash_while_saving_leaves_the_record_before()
    {
        var checkpoint = New();
        checkpoint.Save(new Progress(1, []));

        File.WriteAllText(checkpoint.Path + ".new", "checkpoint-1 99");

        New().TryLoad(out var loaded).ShouldBeTrue();
        loaded!.Offset.ShouldBe(1);
        New().Save(new Progress(2, []));
        New().TryLoad(out loaded).ShouldBeTrue();
        loaded!.Offset.ShouldBe(2);
    }

    [Fact]
    public void Any_flipped_or_missing_byte_is_noticed_and_the_file_and_the_mend_are_named()
    {
        var checkpoint = New();
        checkpoint.Save(new Progress(1, [1, 2, 3]));
        var good = File.ReadAllBytes(checkpoint.Path);

        for (var i = 0; i < good.Length; i++)
        {
            var flipped = good.ToArray();
            flipped[i] ^= 1;
            ShouldBeRefused(flipped);
            ShouldBeRefused(good[..i]);
        }

        void ShouldBeRefused(byte[] bytes)
        {
            File.WriteAllBytes(checkpoint.Path, bytes);
            var damaged = Should.Throw<DamagedCheckpointException>(() => New().TryLoad(out _));
            damaged.Message.ShouldContain(checkpoint.Path);
            damaged.Message.ShouldContain("--fresh");
        }
    }

    [Fact]
    public void A_record_of_another_shape_is_refused()
    {
        new Checkpoint<string[]>(PathOfProgress).Save(["not", "progress"]);

        Should.Throw<DamagedCheckpointException>(() => New().TryLoad(out _)).Message.ShouldContain("Progress");
    }

    private string PathOfProgress => _data.Directory.PathOf("drift", "state.json");

    private Checkpoint<Progress> New() => new(PathOfProgress);

    internal sealed record Progress(long Offset, double[] Values);
}
