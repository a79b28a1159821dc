namespace MonitoringDemo.Storage.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("whole-file-").FullName;

    private string File => Path.Combine(_directory, "state.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Replacing_leaves_the_new_bytes_and_nothing_else()
    {
        WholeFile.Replace(File, [1, 2, 3]);

        WholeFile.Replace(File, [4], flushToDisk: true);

        System.IO.File.ReadAllBytes(File).ShouldBe([4]);
        Directory.GetFiles(_directory).ShouldBe([File]);
    }

    [Fact]
    public void What_could_not_be_written_whole_leaves_what_stood_there()
    {
        WholeFile.Replace(File, [1]);
        Directory.CreateDirectory(File + ".new");

        Should.Throw<UnauthorizedAccessException>(() => WholeFile.Replace(File, [2]));

        System.IO.File.ReadAllBytes(File).ShouldBe([1]);
    }

    [Fact]
    public void Creating_where_a_file_stands_says_so_and_leaves_it()
    {
        WholeFile.TryCreate(File, [1]).ShouldBeTrue();

        WholeFile.TryCreate(File, [2]).ShouldBeFalse();

        System.IO.File.ReadAllBytes(File).ShouldBe([1]);
        Directory.GetFiles(_directory).ShouldBe([File]);
    }

    [Fact]
    public void A_secret_can_be_read_by_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no Unix modes.");

        WholeFile.TryCreate(File, [1], ownerOnly: true);

        if (!OperatingSystem.IsWindows()) System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
