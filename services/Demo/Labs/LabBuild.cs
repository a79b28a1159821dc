using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;
using MonitoringDemo.Demo.Labs.Programs;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Compiles a participant's project against the assemblies of the fleet that is going to run it.</summary>
/// <remarks>
/// The project references nothing: <c>labs/Directory.Build.targets</c> gives it the assemblies beside this program. The assembly is named after its sources, so that
/// two versions of one file can be loaded in one process, and what has not changed is not compiled again.
/// </remarks>
internal sealed partial class LabBuild(string labs)
{
    private const int MostErrors = 5;

    /// <summary>Compiles the project in a folder.</summary>
    /// <returns>The assembly's path, or the errors, one a line.</returns>
    public async Task<(string? Assembly, IReadOnlyList<string> Errors)> CompileAsync(string work, CancellationToken cancellation)
    {
        var project = Directory.EnumerateFiles(work, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new UnusableInputException($"There is no project (*.csproj) in '{work}'; 'lab reset' puts the starting files there.");
        var name = $"{Path.GetFileNameWithoutExtension(project)}-{HashOf(work)}";
        var folder = Path.Combine(work, "bin", name);
        var assembly = Path.Combine(folder, $"{name}.dll");
        if (File.Exists(assembly)) return (assembly, []);

        var (code, said) = await RunAsync(
            [
                "build", project, "-c", "Release", "-nologo", "-v", "quiet", "-nodeReuse:false", "-o", folder,
                $"-p:AssemblyName={name}", $"-p:FleetAssemblies={AppContext.BaseDirectory}", "-p:UseSharedCompilation=false",
                $"-p:DirectoryBuildPropsPath={Path.Combine(labs, "Directory.Build.props")}", $"-p:DirectoryBuildTargetsPath={Path.Combine(labs, "Directory.Build.targets")}",
            ], work, cancellation);
        if (code == 0 && File.Exists(assembly)) return (assembly, []);
        var errors = Error().Matches(said).Select(match => $"{Path.GetFileName(match.Groups["file"].Value)}, line {match.Groups["line"].Value}: {match.Groups["what"].Value.Trim()}").Distinct().Take(MostErrors).ToList();
        return (null, errors.Count > 0 ? errors : [said.ReplaceLineEndings(" ").Trim()]);
    }

    private static string HashOf(string work)
    {
        var hash = new XxHash64();
        hash.Append(typeof(LabBuild).Module.ModuleVersionId.ToByteArray());
        foreach (var file in LabFolder.Files(work).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            hash.Append(Encoding.UTF8.GetBytes(file));
            hash.Append(File.ReadAllBytes(Path.Combine(work, file)));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static async Task<(int Code, string Said)> RunAsync(IReadOnlyList<string> arguments, string work, CancellationToken cancellation)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        try
        {
            return await InstalledProgram.RunAsync(dotnet, arguments, work, cancellation);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new UnusableInputException($"'{dotnet}' cannot be started ({e.Message}); this lab compiles your code and needs the .NET SDK on the path.", e);
        }
    }

    [GeneratedRegex(@"^(?<file>.*?)\((?<line>\d+),\d+\): error (?<what>\w+: .*?)(?: \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
