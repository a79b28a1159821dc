using System.Text.Json;

namespace MonitoringDemo.Retraining.Bill;

/// <summary>The packages that this build is made of, from the list that the build leaves beside its assemblies.</summary>
internal static class BuildPackages
{
    private const string HashPrefix = "sha512-";
    private const string DependencyFiles = "APP_CONTEXT_DEPS_FILES";

    /// <summary>Those of the process that runs, by name; empty where the build left no list, as a single file does.</summary>
    public static IReadOnlyList<BuildPackage> Here()
    {
        // The list of the program stands first; those after it are of the frameworks.
        var file = ((string?)AppContext.GetData(DependencyFiles) ?? "").Split(Path.PathSeparator, ';').FirstOrDefault(path => path.Length > 0);
        return file is null ? [] : Read(File.ReadAllBytes(file));
    }

    /// <summary>Those of a <c>.deps.json</c> file.</summary>
    public static IReadOnlyList<BuildPackage> Read(byte[] dependencies)
    {
        using var list = JsonDocument.Parse(dependencies);
        return
        [
            .. list.RootElement.GetProperty("libraries").EnumerateObject()
                .Where(library => library.Value.GetProperty("type").GetString() == "package")
                .Select(library => (Name: library.Name.Split('/'), Sha512: library.Value.TryGetProperty("sha512", out var hash) ? hash.GetString() ?? "" : ""))
                .Select(library => new BuildPackage(library.Name[0], library.Name[1], library.Sha512.StartsWith(HashPrefix, StringComparison.Ordinal) ? library.Sha512[HashPrefix.Length..] : ""))
                .OrderBy(package => package.Name, StringComparer.Ordinal),
        ];
    }
}
