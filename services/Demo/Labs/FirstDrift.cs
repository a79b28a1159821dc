namespace MonitoringDemo.Demo.Labs;

/// <summary>Lab 01: notice a taste that flips before the fleet says so, and state a rule that would have.</summary>
internal sealed class FirstDrift : ILab
{
    /// <summary>Answers to try a rule on while nothing changes.</summary>
    private const int SteadyAnswers = 10_000;
    private const int MostFalseAlarms = 1;
    private const int LongestRule = 200;
    private const int OutcomesOfALine = 10;
    private const int RowsShownBefore = 800;

    private static readonly LabWorld World = LabWorld.Of("taste-flip", seed: 1, onset: 5_000, songs: 5_500) with { Step = 5 };

    public int Number => 1;

    public IReadOnlyList<string> Worlds { get; } = ["taste"];

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var answers = check.Answers();
        if (!check.Answered("evidence", answers, "firstEvidenceRow")) return;
        var play = await check.Plays.PlayAsync(World, cancellation);
        var (evidence, found) = (Evidence(play), Found(play));
        if (!Evidence(check, play, answers.Row("firstEvidenceRow"), evidence)) return;
        if (!check.Answered("noticed", answers, "noticedAtRow") || !Noticed(check, answers.Row("noticedAtRow"), evidence, found)) return;
        if (!check.Answered("rule", answers, "ruleWrong", "ruleOf")) return;
        var (wrong, of) = (answers.Row("ruleWrong"), answers.Row("ruleOf"));
        var sound = wrong >= 1 && wrong <= of && of <= LongestRule;
        if (check.Step("rule", sound, $"The rule: {wrong} wrong of the last {of}{(sound ? "" : $"; it needs 1 <= ruleWrong <= ruleOf <= {LongestRule}")}.") && Early(check, play, new AlarmRule((int)wrong, (int)of), evidence, found))
            Quiet(check, play, new AlarmRule((int)wrong, (int)of));
    }

    public async Task WatchAsync(LabPlays plays, string world, TextWriter output, CancellationToken cancellation)
    {
        var play = await plays.PlayAsync(World, cancellation);
        await output.WriteLineAsync("Ten outcomes a line, in the order in which they came: x where the answer was wrong. 'song' is the newest one served by then.");
        foreach (var line in play.Rows.Outcomes.Where(outcome => outcome.KnownAt >= play.Onset - RowsShownBefore).Chunk(OutcomesOfALine))
        {
            var marks = string.Concat(line.Select(outcome => outcome.StaticRight ? '.' : 'x'));
            await output.WriteLineAsync($"song {line[^1].KnownAt,6:N0}   {marks,-OutcomesOfALine}   {line.Count(outcome => !outcome.StaticRight),2} wrong, answers to songs {line[0].Row,6:N0} to {line[^1].Row,6:N0}");
            if (line[^1].KnownAt >= Found(play)) break;
        }

        await output.WriteLineAsync($"At song {Found(play):N0} the fleet said so: {play.Findings.First(finding => finding.Row >= play.Onset).Summary}");
    }

    private static long Evidence(LabPlay play) => play.Rows.Outcomes.First(outcome => outcome.Row >= play.Onset).KnownAt;

    private static long Found(LabPlay play) => play.Findings.First(finding => finding.Row >= play.Onset).Row;

    private static bool Evidence(LabCheck check, LabPlay play, long row, long evidence) => check.Step("evidence", Math.Abs(row - evidence) <= World.Step,
        row < evidence - World.Step ? $"firstEvidenceRow {row}: by then no outcome of a changed song was known."
        : row > evidence + World.Step ? $"firstEvidenceRow {row}: the outcome of a changed song was known before that."
        : $"The songs changed at row {play.Onset}; the first outcome that can show it came when row {evidence} had been served: {evidence - play.Onset} rows later, whoever looks.");

    private static bool Noticed(LabCheck check, long row, long evidence, long found) => check.Step("noticed", row >= evidence && row < found,
        row < evidence ? $"noticedAtRow {row}: a false alarm. No outcome of a changed song was known by then."
        : row >= found ? $"noticedAtRow {row}: the fleet said so at row {found}, and was not later than you."
        : $"You noticed at row {row}, {found - row} rows before the fleet said so (row {found}).");

    private static bool Early(LabCheck check, LabPlay play, AlarmRule rule, long evidence, long found)
    {
        var outcomes = play.Rows.Outcomes;
        var alarm = rule.FirstAlarm([.. outcomes.Select(outcome => !outcome.StaticRight)]) is { } at ? outcomes[at].KnownAt : (long?)null;
        return check.Step("early", alarm >= evidence && alarm < found,
            alarm is null ? "Your rule raises no alarm, before or after the change."
            : alarm < evidence ? $"Your rule raises an alarm at row {alarm}, before anything could be seen: a false alarm."
            : alarm >= found ? $"Your rule raises its alarm at row {alarm}; the fleet found the change at row {found}."
            : $"Your rule raises its alarm at row {alarm}, the fleet at row {found}.");
    }

    private static void Quiet(LabCheck check, LabPlay play, AlarmRule rule)
    {
        var steady = play.Rows.Outcomes.Where(outcome => outcome.Row < play.Onset).ToList();
        var errors = (double)steady.Count(outcome => !outcome.StaticRight) / steady.Count;
        var alarms = rule.FalseAlarms(errors, SteadyAnswers);
        check.Step("quiet", alarms <= MostFalseAlarms,
            $"Where nothing changes and {100 * errors:0} answers of 100 are wrong as ever, your rule raises {alarms} false alarm{(alarms == 1 ? "" : "s")} in {SteadyAnswers:N0} songs{(alarms <= MostFalseAlarms ? "" : $"; with more than {MostFalseAlarms} nobody listens any more")}.");
    }
}
