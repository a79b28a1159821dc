using System.Diagnostics;
using System.Globalization;
using MonitoringDemo.KeepingUp.Runs;
using MonitoringDemo.KeepingUp.Tables;

namespace MonitoringDemo.KeepingUp;

/// <summary>What the command line asks for, and how it is done.</summary>
internal sealed record Measurement(
    string? Streams,
    IReadOnlyList<ulong> Seeds,
    int? Rows,
    string? Data,
    IReadOnlyList<int> Delays,
    bool WithPeers,
    bool FreshPeers,
    int AtOnce,
    int? Step,
    string? Demo,
    string? Json,
    bool Write,
    IReadOnlyList<string> Arguments)
{
    private static string Kept => Path.Combine(Path.GetTempPath(), "keeping-up", "peers");

    /// <summary>True when everything ran.</summary>
    public async Task<bool> TakeAsync(TextWriter output, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var demo = Demo ?? RepositoryRoot.Demo;
        if (!File.Exists(demo)) throw new UnusableInputException($"{demo} is not there: dotnet build -c Release services/Demo.");

        var notes = new List<string>();
        var cases = Cases(notes);
        if (cases.Count == 0) throw new UnusableInputException(string.Join(' ', notes.Prepend("Nothing to play.")));

        var contest = new Contest(new Fleet(demo, Step), await PeersAsync(notes, cancellation), output);
        var outcomes = await contest.PlayAsync(cases, AtOnce, cancellation);
        if (outcomes.Count(outcome => outcome.WereKept) is > 0 and var kept)
            output.WriteLine($"The schedules' results of {kept} of them were kept in {Kept} (--fresh-peers plays them again).");

        var lines = outcomes.GroupBy(outcome => outcome.Played.Stream).Select(group => new StreamLine([.. group])).ToList();
        var cells = lines.Select(line => line.Cells()).ToList();
        IReadOnlyList<string> said = [.. Summary.Of(lines), .. notes, .. contest.Failures];
        output.Write($"\n{TextTable.Plain(StreamLine.Header, cells)}\n{string.Concat(said.Select(line => line + "\n"))}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"All of it took {Stopwatch.GetElapsedTime(began).TotalMinutes:0.0} minutes."));
        if (Json is not null) await File.WriteAllTextAsync(Json, OutcomeJson.Write(outcomes), cancellation);
        if (Write)
            Document.Write($"{TextTable.Markdown(StreamLine.Header, cells)}\n{string.Concat(said.Select(line => $"- {line}\n"))}", Arguments, output);
        return contest.Failures.Count == 0;
    }

    private List<Case> Cases(List<string> notes)
    {
        var chosen = KeepingUpOptions.Streams(Streams, [.. GeneratedCases.Streams.Select(stream => stream.Name)], [.. RealSet.All.Select(set => set.Name)]);
        var cases = GeneratedCases.Streams
            .Where(stream => chosen.Contains(stream.Name))
            .SelectMany(stream => Seeds.Select(seed => GeneratedCases.Of(stream, Rows, seed)))
            .ToList();
        var real = RealSet.All.Where(set => chosen.Contains(set.Name)).ToList();
        if (real.Count > 0 && Data is null)
        {
            notes.Add("The real data sets are left out: neither --data nor MONITORINGDEMO_DATA names their folder.");
            return cases;
        }

        foreach (var set in real)
        {
            if (!File.Exists(Path.Combine(Data!, set.File))) throw new UnusableInputException($"--data {Data}: there is no {set.File}.");
            foreach (var delay in Delays)
            {
                if (set.IsLongEnoughFor(delay)) cases.Add(set.With(Data!, delay));
                else notes.Add(string.Create(CultureInfo.InvariantCulture, $"{set.Name}: too short for outcomes {delay:N0} rows late, left out."));
            }
        }

        return cases;
    }

    private async Task<Peers?> PeersAsync(List<string> notes, CancellationToken cancellation)
    {
        if (!WithPeers) return null;
        if (await Peers.WhyNotAsync(cancellation) is not { } reason) return new Peers(Kept, FreshPeers);

        notes.Add($"The schedules are left out, scikit-learn does not run (Debian: apt-get install python3-sklearn): {reason}");
        return null;
    }
}
