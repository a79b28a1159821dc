namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>Finds what belongs to the repository that this was built in.</summary>
internal static class RepositoryRoot
{
    private static readonly string Root = Find();

    /// <summary>The Demo, built with the same configuration.</summary>
    public static string Demo =>
        Path.Combine(Root, "services", "Demo", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "MonitoringDemo.Demo.dll");

    /// <summary>A page of the documentation.</summary>
    public static string Page(string name) => Path.Combine(Root, "docs", name);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MonitoringDemo.sln"))) return folder.FullName;
        }

        throw new UnusableInputException($"There is no MonitoringDemo.sln above {AppContext.BaseDirectory}: run it from the repository.");
    }
}
