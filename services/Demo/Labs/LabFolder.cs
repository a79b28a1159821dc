using System.Globalization;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Labs;

/// <summary>A lab's folder: its text, the starting files, the solution, and the participant's own copy in <c>work</c>, which git ignores.</summary>
/// <param name="Home">The folder <c>labs/NN-name</c>.</param>
internal sealed record LabFolder(string Home)
{
    public const string Work = "work";
    public const string Start = "start";
    public const string Solution = "solution";

    private const string Earlier = "work.before";

    public string Name => Path.GetFileName(Home);

    /// <summary>The text and the hints.</summary>
    public LabText Text => LabText.Read(Path.Combine(Home, "lab.json"));

    public string PathOf(string part) => Path.Combine(Home, part);

    /// <summary>The folder of a lab in the checkout that the command is typed in.</summary>
    /// <exception cref="UnusableInputException">There are no labs here.</exception>
    public static LabFolder Of(int number)
    {
        var root = Path.Combine(RepositoryRoot.Find(), "labs");
        var start = number.ToString("00-", CultureInfo.InvariantCulture);
        var home = Directory.Exists(root) ? Directory.EnumerateDirectories(root, $"{start}*").Order(StringComparer.Ordinal).FirstOrDefault() : null;
        return home is null ? throw new UnusableInputException($"There is no folder '{Path.Combine(root, $"{start}…")}'; labs are played in a checkout of the repository.") : new LabFolder(home);
    }

    /// <summary>Copies the starting files to <c>work</c> unless they are there.</summary>
    /// <returns>Whether it had to.</returns>
    public bool Begin()
    {
        if (Directory.Exists(PathOf(Work))) return false;
        Copy(PathOf(Start), PathOf(Work));
        return true;
    }

    /// <summary>Begins again; what there was is kept beside it, in place of what was kept before. Untouched files are not worth that place.</summary>
    public void Reset()
    {
        if (Directory.Exists(PathOf(Work)) && IsUntouched)
        {
            Directory.Delete(PathOf(Work), recursive: true);
        }
        else if (Directory.Exists(PathOf(Work)))
        {
            if (Directory.Exists(PathOf(Earlier))) Directory.Delete(PathOf(Earlier), recursive: true);
            Directory.Move(PathOf(Work), PathOf(Earlier));
        }

        Begin();
    }

    private bool IsUntouched => Files(PathOf(Work)).SequenceEqual(Files(PathOf(Start))) && Files(PathOf(Start)).All(file =>
        File.ReadAllBytes(Path.Combine(PathOf(Work), file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(PathOf(Start), file))));

    /// <summary>The files of a part, as paths within it; what a build wrote and what the check remembers is left out.</summary>
    public static IReadOnlyList<string> Files(string part) =>
        [.. Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(part, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith('.') && !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Files(from))
        {
            var target = Path.Combine(to, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(from, file), target);
        }
    }
}
