using System.Text.RegularExpressions;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Labs;

namespace MonitoringDemo.Demo.Tests.Labs;

/// <summary>Checks of the labs in this checkout; all of a process share their plays.</summary>
internal static class LabChecks
{
    private static readonly LabPlays s_plays = new();

    public static LabFolder Folder(int lab) => LabFolder.Of(lab);

    /// <summary>Tries the start or the solution of a lab.</summary>
    public static async Task<(bool Passed, string Said)> OfAsync(int lab, string part)
    {
        var said = new StringWriter();
        var passed = await new LabDesk(LabCatalog.All.Single(each => each.Number == lab), Folder(lab), s_plays, said).CheckAsync(part, TestContext.Current.CancellationToken) == LabVerdict.Passed;
        return (passed, said.ToString());
    }

    /// <summary>Tries the solution with some of its text replaced.</summary>
    public static async Task<(bool Passed, string Said)> OfChangedAsync(int lab, string file, string pattern, string replacement)
    {
        using var folder = new TemporaryFolder();
        var home = Path.Combine(folder.Path, "labs", Folder(lab).Name);
        LabFolder.Copy(Folder(lab).PathOf(LabFolder.Solution), Path.Combine(home, LabFolder.Work));
        foreach (var shared in new[] { "Directory.Build.props", "Directory.Build.targets" })
            File.Copy(Path.Combine(Folder(lab).Home, "..", shared), Path.Combine(home, "..", shared));
        File.Copy(Path.Combine(Folder(lab).Home, "lab.json"), Path.Combine(home, "lab.json"));
        var path = Path.Combine(home, LabFolder.Work, file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var changed = Regex.Replace(text, pattern, replacement);
        changed.ShouldNotBe(text);
        await File.WriteAllTextAsync(path, changed, TestContext.Current.CancellationToken);

        var said = new StringWriter();
        var passed = await new LabDesk(LabCatalog.All.Single(each => each.Number == lab), new LabFolder(home), s_plays, said).CheckAsync(LabFolder.Work, TestContext.Current.CancellationToken) == LabVerdict.Passed;
        return (passed, said.ToString());
    }
}
