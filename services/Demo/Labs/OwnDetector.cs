using System.Reflection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Lab 05: a detector of at most 30 lines that drives the fleet.</summary>
internal sealed class OwnDetector : ILab
{
    private const int MostLines = 30;
    private const int SteadyOutcomes = 100_000;
    private const int MostFalseAlarms = 2;
    private const double UsualErrors = 0.2;
    private const long LatestAfterOnset = 400;

    public int Number => 5;

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        if (await check.CompileAsync(cancellation) is not { } path) return;
        var lines = CodeLines.Count(check.Work);
        if (!check.Step("lines", lines <= MostLines, $"{lines} lines of code of at most {MostLines}; empty lines and comments do not count.")) return;
        var (make, says) = DetectorContract.Find(Assembly.LoadFrom(path));
        if (!check.Step("contract", make is not null, says) || make is null) return;
        var broken = DetectorContract.FirstBroken(make);
        if (!check.Step("contract", broken is null, broken ?? $"'{make().Name}' keeps the promises of IDriftDetector: it ignores missing values, forgets on Reset, and goes on after Restore.")) return;
        var alarms = DetectorContract.Alarms(make(), UsualErrors, SteadyOutcomes);
        if (!check.Step("quiet", alarms <= MostFalseAlarms, $"{alarms} false alarms in {SteadyOutcomes:N0} outcomes of which 20 in 100 are wrong as ever{(alarms <= MostFalseAlarms ? "" : $"; at most {MostFalseAlarms}")}.")) return;
        await DrivesAsync(check, path, make().Name, SteadyOutcomes / Math.Max(1, alarms), cancellation);
    }

    private static async Task DrivesAsync(LabCheck check, string path, string name, long rowsToFalseAlarm, CancellationToken cancellation)
    {
        var play = await check.Plays.PlayAsync(LabWorld.Of("taste-flip", seed: 5, onset: 5_000, songs: 6_000) with { Options = Alone(path, name, rowsToFalseAlarm) }, cancellation);
        var first = play.Findings.Count > 0 ? play.Findings[0] : null;
        var inTime = first is not null && first.Row >= play.Onset && first.Row <= play.Onset + LatestAfterOnset;
        if (!check.Step("drives", inTime, first is null
            ? $"In the fleet, where nothing else watches, it found nothing: the taste flipped at row {play.Onset}, and nobody said so."
            : first.Row < play.Onset ? $"In the fleet it spoke at row {first.Row}, before the taste flipped at row {play.Onset}."
            : $"In the fleet it found the flip of row {play.Onset} at row {first.Row}{(inTime ? "" : $"; {LatestAfterOnset} rows are the limit, and the first outcome needs 200 of them")}."))
            return;
        var retrain = play.Report.Decisions.FirstOrDefault(decision => decision.Action == DecisionActions.Retrain && decision.Row >= play.Onset);
        var promoted = play.Report.Models.FirstOrDefault(model => model.Version > 1 && model.PromotedAtRow is not null);
        check.Step("drives", retrain is not null && promoted is not null, retrain is null
            ? "The fleet did not confirm it and decided nothing: an alarm that comes once and not again while the change lasts is not trusted."
            : promoted is null ? $"The fleet decided to retrain at row {retrain.Row}, and no candidate was good enough by row {play.Report.Rows}."
            : $"The fleet decided to retrain at row {retrain.Row}, and version {promoted.Version} serves from row {promoted.PromotedAtRow}. Your detector did that.");
    }

    // The monitor's own evidence is switched off, so that what is found was found by the detector.
    private static Dictionary<string, string?> Alone(string path, string name, long rowsToFalseAlarm) => new()
    {
        ["DriftDetection:Monitor:LeastPsi"] = "100",
        ["DriftDetection:Monitor:LeastBaselineOutcomes"] = "100000",
        ["DriftDetection:Monitor:BaselineOutcomes"] = "100000",
        ["DriftDetection:Monitor:LeastHeldOutRows"] = "100000",
        ["DriftDetection:Assemblies:0"] = path,
        ["DriftDetection:Monitor:Tests:0:Test"] = name,
        ["DriftDetection:Monitor:Tests:0:On"] = "error",
        ["DriftDetection:Monitor:Tests:0:RowsToFalseAlarm"] = rowsToFalseAlarm.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
