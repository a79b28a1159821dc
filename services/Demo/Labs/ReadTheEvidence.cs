using MonitoringDemo.Drift.TwoSample;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Lab 02: p values, how many of them, of how many rows, and compared with when.</summary>
internal sealed class ReadTheEvidence : ILab
{
    private const int Draws = 200;
    private const int RowsOfADraw = 100;
    private const int PointsOff = 6;
    private const double LeastPower = 0.8;
    private const double MostPower = 0.97;
    private const string Shifted = "tempo";

    private static readonly string[] Verdicts = ["nothing", "chance", "too-small-to-matter", "season", "drift"];

    private static readonly IReadOnlyDictionary<string, EvidenceCase> ByName = new Dictionary<string, EvidenceCase>
    {
        ["A"] = FirstByChance(new(World("steady", seed: 1), 15_000, 1_000, 20_000, RowsOfADraw)),
        ["B"] = new(World("seasons", seed: 2), 17_000, 1_000, 19_000, 500),
        ["C"] = new(World("loudness-war", seed: 3), 9_000, 5_000, 10_800, 5_000),
        ["D"] = new(World("summer-hits", seed: 4), 8_500, 1_000, 17_000, 200),
    };

    private static readonly EvidenceCase Faster = new(World("faster-songs", seed: 5), 5_000, 1_000, 20_000, 0);

    public int Number => 2;

    public IReadOnlyList<string> Worlds { get; } = [.. ByName.Keys];

    public Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var answers = check.Answers();
        foreach (var (name, evidence) in ByName)
        {
            if (!check.Answered("verdict", answers, $"{name}-verdict")) return Task.CompletedTask;
            var (answer, right) = (answers.Word($"{name}-verdict", Verdicts), evidence.Verdict());
            if (!check.Step("verdict", answer == right, answer == right ? $"Case {name}: {answer}. {Truth(evidence)}" : $"Case {name}: not {answer}. {Why(evidence, answer)}")) return Task.CompletedTask;
        }

        if (check.Answered("alarms", answers, "alarms-of-100") && Alarms(check, answers.Number("alarms-of-100")) && check.Answered("rows", answers, "rows-for-tempo"))
            Power(check, answers.Row("rows-for-tempo"));
        return Task.CompletedTask;
    }

    public async Task WatchAsync(LabPlays plays, string world, TextWriter output, CancellationToken cancellation)
    {
        var evidence = ByName[world];
        var (before, yearAgo) = (evidence.Compare(), evidence.CompareWithAYearAgo());
        await output.WriteLineAsync($"Case {world}: the newest {evidence.CurrentRows:N0} songs beside {evidence.ReferenceRows:N0} of before. p: how often two samples of one world are that far apart, or further, by chance.");
        await output.WriteLineAsync($"{"",18}{"p",12}{"PSI",9}{"p, beside a year ago",24}");
        for (var i = 0; i < EvidenceCase.Features.Count; i++)
            await output.WriteLineAsync($"{EvidenceCase.Features[i],-18}{P(before[i].P),12}{before[i].Psi,9:0.000}{P(yearAgo[i].P),24}");
    }

    private static string P(double p) => p < 0.00005 ? "< 0.0001" : $"{p:0.0000}";

    // A window of a world without change that looks changed: one in three does.
    private static EvidenceCase FirstByChance(EvidenceCase window)
    {
        while (window.Verdict() != "chance") window = window with { CurrentFrom = window.CurrentFrom + RowsOfADraw };
        return window;
    }

    private static LabWorld World(string scenario, ulong seed) => LabWorld.Of(scenario, seed, onset: 10_000, songs: 40_000);

    private static string Truth(EvidenceCase evidence) => evidence.World.Scenario.Manifest.RightResponse == "none"
        ? "The world had not changed at all."
        : $"What really happened: {evidence.World.Scenario.Manifest.Size}.";

    private static string Why(EvidenceCase evidence, string answer)
    {
        var tests = evidence.Compare();
        var smallest = tests.Min(test => test.P);
        if (!EvidenceCase.Significant(tests)) return $"The smallest p is {P(smallest)}, of {tests.Count} tests.";
        if (answer is "nothing" or "chance") return $"The smallest p is {P(smallest)}; times {tests.Count} tests that is still below {EvidenceCase.Alpha}.";
        return tests.All(test => test.Psi < EvidenceCase.Matters)
            ? $"The largest PSI is {tests.Max(test => test.Psi):0.000}, of {evidence.CurrentRows:N0} songs: how far is that?"
            : "Beside a year ago the p values say something else, or the same: which?";
    }

    /// <summary>How often ten tests at 5 % each raise an alarm where nothing changes.</summary>
    private static bool Alarms(LabCheck check, double answer)
    {
        var steady = ByName["A"];
        var alarmed = Enumerable.Range(0, Draws).Count(i => (steady with { CurrentFrom = 20_000 + (i * RowsOfADraw), CurrentRows = RowsOfADraw }).Compare().Any(test => test.P < EvidenceCase.Alpha));
        var measured = 100.0 * alarmed / Draws;
        return check.Step("alarms", Math.Abs(answer - measured) <= PointsOff, Math.Abs(answer - measured) <= PointsOff
            ? $"Of 100 comparisons in which nothing has changed {measured:0} raise an alarm if each of {EvidenceCase.Features.Count} values is tested at 5 %; you said {answer:0}. (They are not independent, so it is a little less than 1 - 0.95^10.)"
            : $"alarms-of-100 {answer:0} is more than {PointsOff} away from what {Draws} such comparisons give.");
    }

    /// <summary>How often so many rows show a tempo that is 20 % faster, when each of ten values has a tenth of the error level.</summary>
    private static void Power(LabCheck check, long rows)
    {
        const int Most = 2_000;
        if (rows is < 1 or > Most)
        {
            check.Step("rows", false, $"rows-for-tempo {rows}: try between 1 and {Most}.");
            return;
        }

        var songs = Faster.Songs;
        var before = EvidenceCase.Values(NaiveRetraining.Rows(songs, Faster.ReferenceFrom, Faster.ReferenceRows), Shifted);
        var found = Enumerable.Range(0, Draws).Count(i => new KolmogorovSmirnov().Test(before, EvidenceCase.Values(NaiveRetraining.Rows(songs, Faster.CurrentFrom + (i * rows), (int)rows), Shifted)).PValue < EvidenceCase.Alpha / EvidenceCase.Features.Count);
        var power = (double)found / Draws;
        check.Step("rows", power is >= LeastPower and <= MostPower, $"With {rows} songs a tempo that is 20 % faster is seen in {100 * power:0} of 100 cases{(power < LeastPower ? "; too few: in the others one would say that nothing has changed" : power > MostPower ? "; fewer songs would do" : "")}.");
    }
}
