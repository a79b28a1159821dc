using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>Finds the repository and what was built in it.</summary>
internal static class Checkout
{
    public static string Root { get; } = RepositoryRoot.Find(AppContext.BaseDirectory, AppContext.BaseDirectory);

    /// <summary>The program of a service, built in the same configuration as these tests.</summary>
    public static string Program(string service)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(Root, "services", service, "bin", output.Parent!.Name, output.Name, $"MonitoringDemo.{service}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"Build the solution first: {path} is missing.");
    }
}
