using System.Globalization;

namespace MonitoringDemo.Classroom;

/// <summary>Simulated teams at their pages, for some minutes: whether anybody saw another's data, how old what pages show is, and what the process takes.</summary>
/// <param name="Teams">How many.</param>
/// <param name="Minutes">How long, from the moment at which all fleets serve.</param>
/// <param name="SongsPerSecond">The pace of each fleet.</param>
internal sealed record ClassroomTrial(int Teams, double Minutes, double SongsPerSecond)
{
    private const double MostMilliseconds = 500, MostMegabytes = 2_048;

    /// <summary>Reads the command line.</summary>
    public static bool TryParse(string[] args, out ClassroomTrial trial, out string problem)
    {
        (trial, problem) = (new ClassroomTrial(20, 10, 50), "");
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var value) || value <= 0)
            {
                problem = $"{args[i]} needs a number above 0.";
                return false;
            }

            switch (args[i])
            {
                case "--teams" when value is >= 2 and <= 100: trial = trial with { Teams = (int)value }; break;
                case "--minutes": trial = trial with { Minutes = value }; break;
                case "--songs-per-second": trial = trial with { SongsPerSecond = value }; break;
                default: problem = $"{args[i]} {args[i + 1]} cannot be used; --teams takes 2 to 100."; return false;
            }
        }

        return true;
    }

    /// <returns>0 when all held, 1 when not.</returns>
    public async Task<int> RunAsync(TextWriter output)
    {
        await using var classroom = await ClassroomProcess.StartAsync(Teams, SongsPerSecond);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Teams} fleets serve after {classroom.StartSeconds:0} s, {classroom.ProcessorSecondsAtStart:0} s of processor time."));
        var codes = await classroom.CodesAsync();
        var teams = codes.Select((code, number) => new SimulatedTeam(classroom.Address, code.Name, code.Code, SongsPerSecond + ((number + 1) / 100.0))).ToList();
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(Minutes));
        var began = TimeProvider.System.GetTimestamp();
        var plays = teams.Select((team, number) => team.PlayAsync(teams[(number + 1) % teams.Count].Name, end.Token)).ToList();
        try
        {
            // For the last two thirds every fleet has something to find, decide and train.
            await Task.Delay(TimeSpan.FromMinutes(Minutes / 3), TimeProvider.System, end.Token);
            await classroom.StartScenarioAsync("one-market");
        }
        finally
        {
            await Task.WhenAll(plays);
        }

        var (seconds, used, peak) = (TimeProvider.System.GetElapsedTime(began).TotalSeconds, classroom.ProcessorSeconds - classroom.ProcessorSecondsAtStart, classroom.PeakMegabytes());
        var waits = teams.SelectMany(team => team.Milliseconds).Order().ToList();
        var foreign = teams.SelectMany(team => team.Foreign).ToList();
        var (half, p95) = (At(waits, 0.5), At(waits, 0.95));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {Teams} teams at {SongsPerSecond:0.##} songs a second, {seconds:0} s, {Environment.ProcessorCount} cores
            updates of pages: {teams.Sum(team => team.Updates):N0}; orders that came back to the page: {waits.Count:N0} of {teams.Sum(team => team.Orders):N0}
            from an order to its page: median {half:0} ms, p95 {p95:0} ms, most {waits.LastOrDefault():0} ms
            data of another team seen: {foreign.Count}; {teams.Sum(team => team.Refused)} of {teams.Sum(team => team.Tried)} tries at a neighbour's page were refused
            memory at most {peak:0} MB; processor {used / seconds:0.00} cores
            """));
        foreach (var one in foreign.Take(5)) await output.WriteLineAsync(one);
        return waits.Count > 0 && p95 < MostMilliseconds && peak < MostMegabytes && foreign.Count == 0 && teams.All(team => team.Refused == team.Tried && team.Tried > 0) ? 0 : 1;
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
