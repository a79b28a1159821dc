using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.Demo.Tests.CommandLine;

public sealed class PeopleCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("people-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_person_is_added_with_a_token_that_is_told_once_and_kept_as_its_hash_alone()
    {
        var file = Path.Combine(_folder.FullName, "people.json");
        var token = (await RunAsync("people", "add", "ana", "approver", "--file", file)).Split('\n')[0];
        await RunAsync("people", "add", "olga", "operator", "--file", file);

        var people = PeopleText.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        people.ShouldContain(new Person("ana", PersonRole.Approver, Roster.HashOf(token)));
        (await RunAsync("people", "list", "--file", file)).ShouldBe("ana  approver\nolga  operator\n");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task One_who_is_added_again_has_a_new_token_and_role()
    {
        var file = Path.Combine(_folder.FullName, "people.json");
        var first = (await RunAsync("people", "add", "ana", "viewer", "--file", file)).Split('\n')[0];

        var second = (await RunAsync("people", "add", "ana", "admin", "--file", file)).Split('\n')[0];

        second.ShouldNotBe(first);
        PeopleText.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe([new Person("ana", PersonRole.Admin, Roster.HashOf(second))]);
    }

    private static async Task<string> RunAsync(params string[] typed)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        (await DemoCommandLine.RunAsync(typed, output, error, TestContext.Current.CancellationToken)).ShouldBe(0, error.ToString());
        return output.ToString().ReplaceLineEndings("\n");
    }
}
