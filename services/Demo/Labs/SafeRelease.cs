using System.Globalization;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Lab 07: settings of a release with which a bad candidate does little harm, and a good one is not kept waiting.</summary>
internal sealed class SafeRelease : ILab
{
    private const int MostWrongHands = 60;
    private const long LatestAfterOnset = 900;

    private static readonly string[] Strategies = ["direct", "canary"];

    public int Number => 7;

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var answers = check.Answers();
        if (!check.Answered("settings", answers, "strategy", "steps", "stepRows", "urgentStepRows")) return;
        var settings = Settings(answers);
        if (!await BadAsync(check, settings, cancellation) || !await GoodAsync(check, settings, cancellation)) return;
        if (check.Answered("gate", answers, "ended-by")) await EndedByAsync(check, answers.Word("ended-by", "quality", "slices", "shadow", "canary", "canary-slices", "canary-latency", "canary-scores", "canary-errors", "manual"), settings, cancellation);
    }

    private static async Task<bool> BadAsync(LabCheck check, Dictionary<string, string?> settings, CancellationToken cancellation)
    {
        var play = await BadPlayAsync(check, settings, cancellation);
        var answered = play.Rows.Served.Count(row => row.Version == 2);
        var last = play.Rows.Served[^1].Version;
        var harmless = answered <= MostWrongHands && last == 1;
        return check.Step("harm", harmless, last != 1
            ? $"The bad candidate still answers at the end: {answered} songs so far."
            : $"The bad candidate answered {answered} songs before it was taken back{(harmless ? "." : $"; at most {MostWrongHands}.")}");
    }

    private static async Task<bool> GoodAsync(LabCheck check, Dictionary<string, string?> settings, CancellationToken cancellation)
    {
        var play = await check.Plays.PlayAsync(LabWorld.Of("taste-flip", seed: 7, onset: 4_500, songs: 5_600) with { Options = settings }, cancellation);
        var promoted = play.Report.Models.FirstOrDefault(model => model.Version > 1 && model.PromotedAtRow is not null)?.PromotedAtRow;
        var inTime = promoted is not null && promoted <= play.Onset + LatestAfterOnset;
        return check.Step("recovery", inTime, promoted is null
            ? $"Where the taste of all flips at row {play.Onset} no better model answers everybody by row {play.Report.Rows}: the good ones are kept waiting."
            : $"Where the taste of all flips, a better model answers everybody {promoted - play.Onset} songs later{(inTime ? "." : $"; at most {LatestAfterOnset}.")}");
    }

    private static async Task EndedByAsync(LabCheck check, string answer, Dictionary<string, string?> settings, CancellationToken cancellation)
    {
        var ended = (await BadPlayAsync(check, settings, cancellation)).Report.Decisions.First(decision => decision is { Action: DecisionActions.RollBack or DecisionActions.Reject, Version: 2 });
        check.Step("gate", answer == ended.Gate, answer == ended.Gate
            ? $"The gate '{ended.Gate}' ended it at row {ended.Row}: {ended.Reason}"
            : $"It was not the gate '{answer}' that ended the bad candidate.");
    }

    // Somebody orders a training by hand, its labels get shuffled, and the gates that would have seen it are switched off: the candidate meets the release.
    private static Task<LabPlay> BadPlayAsync(LabCheck check, Dictionary<string, string?> settings, CancellationToken cancellation) => check.Plays.PlayAsync(
        LabWorld.Of("bad-candidate", seed: 7, onset: 4_500, songs: 6_500) with
        {
            Options = new Dictionary<string, string?>(settings) { ["Retraining:DisabledResponses:0"] = "quality", ["Retraining:DisabledResponses:1"] = "slices", ["Retraining:DisabledResponses:2"] = DecisionActions.Replace },
        }, cancellation);

    private static Dictionary<string, string?> Settings(LabAnswers answers) => new()
    {
        // Of a shadow that short nobody learns anything: what is bad meets people.
        ["Retraining:ShadowRows"] = "5",
        ["Retraining:UrgentShadowRows"] = "5",
        ["Retraining:ShadowSigmas"] = "10",
        ["Retraining:Release:Strategy"] = answers.Word("strategy", Strategies),
        ["Retraining:Release:Steps"] = answers.Text("steps", "percents in ascending order of which the last is 100, such as \"10, 50, 100\""),
        ["Retraining:Release:StepRows"] = answers.Row("stepRows").ToString(CultureInfo.InvariantCulture),
        ["Retraining:Release:UrgentStepRows"] = answers.Row("urgentStepRows").ToString(CultureInfo.InvariantCulture),
    };
}
