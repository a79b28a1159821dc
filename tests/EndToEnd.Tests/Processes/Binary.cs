namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>Programs that are not ours: a test that needs one skips, with the reason, where it is not installed.</summary>
internal static class Binary
{
    public static string Need(string name, params string[] alsoLookAt)
    {
        var found = Find(name, alsoLookAt);
        Assert.SkipWhen(found is null, $"{name} is not installed on this machine.");
        return found!;
    }

    /// <summary>Null where it is not installed.</summary>
    public static string? Find(string name, params string[] alsoLookAt)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Select(folder => Path.Combine(folder, name)).Concat(alsoLookAt).FirstOrDefault(File.Exists);
    }
}
