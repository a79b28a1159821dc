namespace MonitoringDemo.Storage.Tests;

/// <summary>What the registry and those who load from it may rely on, whatever keeps its bytes. One class for each implementation inherits these tests.</summary>
public abstract class BlobStoreContractTests
{
    private static readonly string Name = RegistryBlobs.Artifact(new string('a', 64));

    /// <summary>The same store each time, as another process would open it.</summary>
    protected abstract IBlobStore Open();

    [Fact]
    public void What_one_process_wrote_another_reads()
    {
        byte[] bytes = [0, 255, 10, 13];

        Open().Write(Name, bytes);

        Open().Exists(Name).ShouldBeTrue();
        Open().Read(Name).ShouldBe(bytes);
    }

    [Fact]
    public void What_is_missing_is_told_by_its_name()
    {
        Open().Write(Name, [1]);
        var other = RegistryBlobs.Envelope(new string('a', 64));

        var missing = Should.Throw<FileNotFoundException>(() => Open().Read(other));

        missing.FileName.ShouldBe(other);
        Open().Exists(other).ShouldBeFalse();
    }

    [Fact]
    public void What_is_there_stays_unless_it_is_to_be_replaced()
    {
        Open().Write(Name, [1, 2, 3]);

        Open().Write(Name, [4]);
        var kept = Open().Read(Name);
        Open().Write(Name, [5], replace: true);

        kept.ShouldBe([1, 2, 3]);
        Open().Read(Name).ShouldBe([5]);
    }

    [Fact]
    public void What_is_deleted_is_gone_for_everybody_and_may_be_written_again()
    {
        var other = RegistryBlobs.Envelope(new string('a', 64));
        Open().Write(Name, [1, 2, 3]);
        Open().Write(other, [4]);

        var (was, again) = (Open().Delete(Name), Open().Delete(Name));

        (was, again, Open().Exists(Name), Open().Exists(other)).ShouldBe((true, false, false, true));
        Open().Write(Name, [5]);
        Open().Read(Name).ShouldBe([5]);
    }

    [Fact]
    public void Every_name_has_its_own_bytes_also_none()
    {
        var sha256 = new string('b', 64);
        string[] names = [RegistryBlobs.Artifact(sha256), RegistryBlobs.Envelope(sha256), RegistryBlobs.Snapshot(sha256), "empty"];

        for (var i = 0; i < names.Length; i++) Open().Write(names[i], new byte[3 - i]);

        names.Select(name => Open().Read(name).Length).ShouldBe([3, 2, 1, 0]);
    }
}
