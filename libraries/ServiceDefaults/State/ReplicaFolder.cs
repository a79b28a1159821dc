using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>Shares one data directory among several processes of a service, where <c>Data:Replicas</c> says so: each takes the first folder that nobody has, the directory itself or one in it, and goes on with what it finds there.</summary>
/// <remarks>A process that died leaves its folder to the next: what it had not shipped is shipped then.</remarks>
internal sealed class ReplicaFolder : IDisposable
{
    private const int Most = 100;
    private const string ClaimFile = ".replica";
    private readonly FileStream _claim;

    private ReplicaFolder(FileStream claim, string path) => (_claim, Path) = (claim, path);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Claims a folder and makes it the data directory; null where each process has a directory of its own.</summary>
    /// <exception cref="OptionsValidationException">There are too many processes.</exception>
    public static ReplicaFolder? Claim(IConfiguration configuration)
    {
        var section = configuration.GetSection(DataOptions.Section);
        if (!section.GetValue<bool>(nameof(DataOptions.Replicas))) return null;

        var root = System.IO.Path.GetFullPath(section[nameof(DataOptions.Directory)] ?? DataDirectory.DefaultPath());
        for (var number = 1; number <= Most; number++)
        {
            var path = number == 1 ? root : System.IO.Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"replica-{number}"));
            if (TryClaim(path) is not { } claim) continue;
            section[nameof(DataOptions.Directory)] = path;
            return new ReplicaFolder(claim, path);
        }

        throw new OptionsValidationException(DataOptions.Section, typeof(DataOptions), [$"{Most} processes work in '{root}' already: give the others a directory of their own"]);
    }

    public void Dispose() => _claim.Dispose();

    private static FileStream? TryClaim(string path)
    {
        Directory.CreateDirectory(path);
        try
        {
            return new FileStream(System.IO.Path.Combine(path, ClaimFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
