using System.Reflection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Lab 06: a gate that catches a candidate which is better on the whole, and worse for some.</summary>
internal sealed class SliceRegression : ILab
{
    private const int MostLines = 40;

    private static readonly Dictionary<string, string?> s_withoutTheHousesOwn = new()
    {
        ["Retraining:DisabledResponses:0"] = "slices",
        ["Retraining:DisabledResponses:1"] = DecisionActions.Replace,
    };

    public int Number => 6;

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        if (await check.CompileAsync(cancellation) is not { } path) return;
        var lines = CodeLines.Count(check.Work);
        if (!check.Step("lines", lines <= MostLines, $"{lines} lines of code of at most {MostLines}; empty lines and comments do not count.")) return;
        var (gate, says) = GateTrial.Find(Assembly.LoadFrom(path));
        if (!check.Step("gate", gate is not null, says) || gate is null) return;
        var trial = new GateTrial(gate);
        if (!check.Step("catches", trial.Catches(out says), says)) return;
        if (!check.Step("names", trial.NamesTheSlice(out says), says)) return;
        if (!check.Step("spares", trial.Spares(out says), says)) return;
        if (await StopsAsync(check, path, gate.Name, cancellation)) await LetsPassAsync(check, path, gate.Name, cancellation);
    }

    /// <summary>In the fleet, without the house's own gate on slices: the trainer makes its mistake.</summary>
    private static async Task<bool> StopsAsync(LabCheck check, string path, string name, CancellationToken cancellation)
    {
        var play = await check.Plays.PlayAsync(new LabWorld(new MajorKeysFlip(), seed: 2, onset: 4_500, songs: 6_250)
        {
            Step = 50,
            Services = MajorKeysTrainer.AddTo,
            Options = new Dictionary<string, string?>(s_withoutTheHousesOwn)
            {
                ["Retraining:Assemblies:0"] = path,
                ["Retraining:Candidates"] = "major-keys-only",
                ["Retraining:HoldoutShare"] = "0.5",
                ["Retraining:LeastHoldout"] = "400",
                ["Retraining:LeastHoldoutAfterCollapse"] = "400",
                ["Retraining:LeastRowsToRetrain"] = "800",
                ["Retraining:RowsToRetrain"] = "800",
            },
        }, cancellation);
        var passed = play.Report.Models.FirstOrDefault(model => model.Version > 1 && model.PromotedAtRow is not null);
        var rejected = Refused(play, name).FirstOrDefault();
        return check.Step("drives", passed is null && rejected is not null,
            passed is not null ? $"In the fleet version {passed.Version} got through and served from row {passed.PromotedAtRow}: listeners of minor keys were answered wrong from then on."
            : rejected is null ? "In the fleet no candidate came to your gate."
            : $"In the fleet the candidate of row {rejected.Row:N0} was refused: {rejected.Reason}");
    }

    // A candidate that is not good enough yet is no decision and no version: it stands among the experiments, with the gate that refused it.
    private static IEnumerable<ExperimentView> Refused(LabPlay play, string gate) => play.Experiments.Where(tried => tried.Reason?.Contains($"not released: {gate}:", StringComparison.Ordinal) == true);

    /// <summary>The same fleet where the taste of all listeners flips: a candidate that is better for everybody.</summary>
    private static async Task LetsPassAsync(LabCheck check, string path, string name, CancellationToken cancellation)
    {
        var play = await check.Plays.PlayAsync(LabWorld.Of("taste-flip", seed: 5, onset: 4_500, songs: 5_500) with
        {
            Options = new Dictionary<string, string?>(s_withoutTheHousesOwn) { ["Retraining:Assemblies:0"] = path },
        }, cancellation);
        var passed = play.Report.Models.FirstOrDefault(model => model.Version > 1 && model.PromotedAtRow is not null);
        var rejected = Refused(play, name).Count();
        check.Step("drives", passed is not null, passed is not null
            ? $"Where the taste of all flips it lets version {passed.Version} serve from row {passed.PromotedAtRow}."
            : $"Where the taste of all flips it rejects {rejected} candidates that are better for everybody, and the fleet stays wrong.");
    }
}
