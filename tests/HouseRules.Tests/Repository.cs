using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MonitoringDemo.HouseRules.Tests;

/// <summary>The checkout that the tests run in, read as text.</summary>
internal static partial class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Rooms(string group) =>
        [.. Directory.GetDirectories(Path.Combine(Root, group)).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    public static IEnumerable<SourceFile> Sources(params string[] folders) =>
        folders.SelectMany(folder => Files(folder, "*.cs"))
            .Select(path => new SourceFile(Relative(path), File.ReadAllText(path)));

    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var full = Path.Combine(Root, folder);
        return !Directory.Exists(full)
            ? []
            : Directory.EnumerateFiles(full, pattern, SearchOption.AllDirectories)
                .Where(path => !BuildOutput().IsMatch(path))
                .Order(StringComparer.Ordinal);
    }

    public static IEnumerable<string> References(string project, string element) =>
        XDocument.Load(Path.Combine(Root, project)).Descendants(element)
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MonitoringDemo.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside a checkout.");
    }

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();
}
