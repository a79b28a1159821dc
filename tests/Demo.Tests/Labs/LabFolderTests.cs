using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Labs;

namespace MonitoringDemo.Demo.Tests.Labs;

public sealed class LabFolderTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    private LabFolder Folder => new(_home.Path);

    private string Kept => Path.Combine(_home.Path, "work.before", LabAnswers.FileName);

    private string Mine => Path.Combine(_home.Path, LabFolder.Work, LabAnswers.FileName);

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Who_begins_again_twice_keeps_what_was_answered()
    {
        Directory.CreateDirectory(Path.Combine(_home.Path, LabFolder.Start));
        File.WriteAllText(Path.Combine(_home.Path, LabFolder.Start, LabAnswers.FileName), "{}");
        Folder.Begin();
        File.WriteAllText(Mine, "mine");

        Folder.Reset();
        Folder.Reset();

        File.ReadAllText(Mine).ShouldBe("{}");
        File.ReadAllText(Kept).ShouldBe("mine");
    }
}
