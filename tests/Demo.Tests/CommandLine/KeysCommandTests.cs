using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Tests.CommandLine;

/// <summary>On the registry of a short run: version 1 serves.</summary>
public sealed class KeysCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keys-");

    public async ValueTask InitializeAsync() => (await RunAsync("run", "steady", "--songs", "8001", "--data", _folder.FullName)).Code.ShouldBeOneOf(0, 1);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_key_is_rotated_what_it_signed_is_signed_anew_and_then_it_is_revoked()
    {
        var old = Ring.Keys.Single().Id;
        await KeysAsync("rotate");
        var (early, _, refused) = await KeysAsync("revoke", old[..16], "--reason", "Its holder left.");

        (await KeysAsync("resign")).Output.ShouldBe("2 statements signed anew.\n");
        (await KeysAsync("revoke", old[..16], "--reason", "Its holder left.")).Code.ShouldBe(0);

        (early, refused).ShouldBe((2, "Version 1 serves, was signed by it and would not be loaded again: 'keys resign' first, or --force.\n"));
        var listed = (await KeysAsync("list")).Output.Split('\n');
        listed[0].ShouldBe($"{old[..16]}  revoked: Its holder left.  no version");
        listed[1].ShouldEndWith("signs  versions 1");
        (await RunAsync("models", "verify", "--data", _folder.FullName)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task The_key_that_signs_and_a_version_that_serves_are_not_revoked_by_mistake()
    {
        var key = Ring.Keys.Single().Id;

        var signs = await KeysAsync("revoke", key, "--reason", "a");
        var serves = await KeysAsync("revoke", "--version", "1", "--reason", "a");
        var unknown = await KeysAsync("revoke", "ffff", "--reason", "a", "--version", "7");
        var forced = await KeysAsync("revoke", "--version", "1", "--reason", "It learned from rows that were sold.", "--force");

        signs.Error.ShouldContain("'keys rotate' first");
        serves.Error.ShouldContain("'roll-back' first, or --force");
        unknown.Error.ShouldContain("Name a KEY or a --version, and not both.");
        forced.Code.ShouldBe(0);
        (await RunAsync("models", "verify", "--data", _folder.FullName)).Output.ShouldContain("version 1, signature: The artifact is revoked: It learned from rows that were sold.");
    }

    private KeyRing Ring => new(new DataDirectory(_folder.FullName));

    private Task<(int Code, string Output, string Error)> KeysAsync(params string[] typed) => RunAsync(["keys", .. typed, "--data", _folder.FullName]);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] typed)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await DemoCommandLine.RunAsync(typed, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
