using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Labs;

namespace MonitoringDemo.Demo.Tests.Labs;

public sealed class LabDeskTests
{
    [Fact]
    public async Task What_this_machine_cannot_try_is_no_pass_and_is_told_with_the_mend()
    {
        using var folder = new TemporaryFolder();
        var work = Directory.CreateDirectory(Path.Combine(folder.Path, "labs", "99-needs-a-program", LabFolder.Work)).FullName;
        await File.WriteAllTextAsync(Path.Combine(work, "..", "lab.json"), """{ "title": "t", "minutes": 1, "teaches": "t", "hints": {} }""", TestContext.Current.CancellationToken);
        var said = new StringWriter();

        var verdict = await new LabDesk(new NeedsAProgram(), new LabFolder(Path.GetDirectoryName(work)!), new LabPlays(), said).CheckAsync(LabFolder.Work, TestContext.Current.CancellationToken);

        verdict.ShouldBe(LabVerdict.NotPossibleHere);
        LabProgress.Read(work).Passed.ShouldBeFalse();
        said.ToString().ShouldContain("works    what could be tried");
        said.ToString().ShouldContain("cannot be tried on this machine, so this is no pass. Install it.");
        said.ToString().ShouldNotContain("Passed.");
    }

    private sealed class NeedsAProgram : ILab
    {
        public int Number => 99;

        public Task CheckAsync(LabCheck check, CancellationToken cancellation)
        {
            check.Step("first", passed: true, "what could be tried");
            check.NotPossible("Install it.");
            return Task.CompletedTask;
        }
    }
}
