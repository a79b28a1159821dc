using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Tests.Hosting;

public sealed class DataFolderTests
{
    [Fact]
    public void A_second_claim_is_refused_with_the_option_that_helps()
    {
        using var temporary = new TemporaryFolder();
        using var first = DataFolder.Claim(temporary.Path, fresh: false);

        var refusal = Should.Throw<DataDirectoryInUseException>(() => DataFolder.Claim(temporary.Path, fresh: true));

        refusal.Message.ShouldContain(temporary.Path);
        refusal.Message.ShouldContain("--data DIR");
    }

    [Fact]
    public void What_an_earlier_run_left_is_kept_unless_a_fresh_start_is_wanted()
    {
        using var temporary = new TemporaryFolder();
        var state = Path.Combine(temporary.Path, "log", "state");
        using (var first = DataFolder.Claim(temporary.Path, fresh: false))
        {
            first.IsNew.ShouldBeTrue();
            Directory.CreateDirectory(Path.GetDirectoryName(state)!);
            File.WriteAllText(state, "state");
        }

        using (var second = DataFolder.Claim(temporary.Path, fresh: false))
            second.IsNew.ShouldBeFalse();
        File.Exists(state).ShouldBeTrue();
        using (var third = DataFolder.Claim(temporary.Path, fresh: true))
            third.IsNew.ShouldBeTrue();
        File.Exists(state).ShouldBeFalse();
    }

    [Fact]
    public void Beginning_again_empties_it_and_keeps_the_claim()
    {
        using var temporary = new TemporaryFolder();
        using var folder = DataFolder.Claim(temporary.Path, fresh: false);
        Directory.CreateDirectory(Path.Combine(temporary.Path, "log"));
        File.WriteAllText(Path.Combine(temporary.Path, "log", "state"), "state");

        folder.BeginAgain();

        Directory.GetDirectories(temporary.Path).ShouldBeEmpty();
        DataFolder.IsOurs(temporary.Path).ShouldBeTrue();
        Should.Throw<DataDirectoryInUseException>(() => DataFolder.Claim(temporary.Path, fresh: false));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_directory_with_other_peoples_files_is_never_touched(bool fresh)
    {
        using var temporary = new TemporaryFolder();
        var thesis = Path.Combine(temporary.Path, "thesis.docx");
        File.WriteAllText(thesis, "ten years of work");

        Should.Throw<UnusableInputException>(() => DataFolder.Claim(temporary.Path, fresh)).Message.ShouldContain("not the demo's");

        File.ReadAllText(thesis).ShouldBe("ten years of work");
        Directory.GetFileSystemEntries(temporary.Path).ShouldHaveSingleItem();
    }
}
