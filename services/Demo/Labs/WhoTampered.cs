using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Lab 09: four registries; in some of them somebody changed something. What, of which version, and what was there before?</summary>
internal sealed class WhoTampered : ILab
{
    private const string Nothing = "nothing";
    private const int PrefixOfSha = 12;

    private static readonly string[] Parts = [Nothing, "artifact", "snapshot", "journal"];
    private static readonly LabWorld World = LabWorld.Of("taste-flip", seed: 9, onset: 4_500, songs: 5_500) with { Step = 50 };

    public int Number => 9;

    public IReadOnlyList<string> Worlds { get; } = ["A", "B", "C", "D"];

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var answers = check.Answers();
        using var folder = new TemporaryFolder();
        var play = await LabPlays.PlayIntoAsync(World, Path.Combine(folder.Path, "played"), cancellation);
        foreach (var name in Worlds)
        {
            if (!check.Answered("part", answers, $"{name}-part")) return;
            var registry = Copy(Path.Combine(folder.Path, "played"), Path.Combine(folder.Path, name));
            registry.Tamper(name);
            var problem = registry.Audit().Problems is [var first, ..] ? first : null;
            var part = problem is null ? Nothing : Parts.Last(each => problem.Where.Contains(each, StringComparison.Ordinal));
            var answer = answers.Word($"{name}-part", Parts);
            if (!check.Step("part", answer == part, answer == part ? $"Registry {name}: {part}{(problem is null ? " was changed." : $" ({problem.Where}). {problem.What}")}" : $"Registry {name}: not {answer}.")) return;
            if (part is not ("artifact" or "snapshot")) continue;
            if (!check.Answered("version", answers, $"{name}-version")) return;
            var version = answers.Row($"{name}-version");
            var right = problem!.Where.StartsWith($"version {version},", StringComparison.Ordinal);
            if (!check.Step("version", right, right ? $"Registry {name}: version {version} is meant." : $"Registry {name}: not version {version}.")) return;
        }

        if (!check.Answered("sha", answers, "A-sha256")) return;
        var (sha, was) = (answers.Text("A-sha256", "a text: the first twelve digits of a SHA-256"), play.Report.Models[TamperedRegistry.ArtifactOf - 1].Sha256);
        var same = sha.Length >= PrefixOfSha && was.StartsWith(sha, StringComparison.OrdinalIgnoreCase);
        check.Step("sha", same, same ? $"Trained again from the rows that were kept, it has the bytes that it had: {was[..PrefixOfSha]}…" : $"A-sha256 \"{sha}\": version {TamperedRegistry.ArtifactOf} had other bytes before they were changed; at least {PrefixOfSha} digits are wanted.");
    }

    public async Task WatchAsync(LabPlays plays, string world, TextWriter output, CancellationToken cancellation)
    {
        var target = Path.Combine(LabFolder.Of(Number).PathOf(LabFolder.Work), world);
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        await LabPlays.PlayIntoAsync(World, target, cancellation);
        new TamperedRegistry(target).Tamper(world);
        await output.WriteLineAsync($"The data directory of registry {world} stands in {Path.GetRelativePath(Directory.GetCurrentDirectory(), target)}; name it with --data.");
    }

    private static TamperedRegistry Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return new TamperedRegistry(to);
    }
}
