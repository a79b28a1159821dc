using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.Hosting;

public sealed class RepositoryRootTests
{
    [Fact]
    public void It_is_found_from_a_folder_deep_inside()
    {
        using var temporary = new TemporaryFolder();
        var deep = Directory.CreateDirectory(Path.Combine(temporary.Path, "a", "b")).FullName;
        File.WriteAllText(Path.Combine(temporary.Path, "MonitoringDemo.sln"), "");

        RepositoryRoot.Find(deep, "/").ShouldBe(temporary.Path);
        RepositoryRoot.Find("/", deep).ShouldBe(temporary.Path);
    }

    [Fact]
    public void Without_a_solution_it_is_the_current_directory()
    {
        using var temporary = new TemporaryFolder();

        RepositoryRoot.Find(temporary.Path, temporary.Path).ShouldBe(temporary.Path);
    }
}
