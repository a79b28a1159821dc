namespace MonitoringDemo.Demo.Hosting;

/// <summary>Finds the repository, wherever the command is typed.</summary>
internal static class RepositoryRoot
{
    private const string Solution = "MonitoringDemo.sln";

    /// <summary>The folder of the solution above the current directory, else above the program, else the current directory.</summary>
    public static string Find() => Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);

    public static string Find(string currentDirectory, string programDirectory) =>
        Above(currentDirectory) ?? Above(programDirectory) ?? currentDirectory;

    private static string? Above(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        return null;
    }
}
