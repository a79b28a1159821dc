using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Desk;
using MonitoringDemo.Demo.Mystery.Truth;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Mystery.Scripts;

/// <summary>Plays a scenario against a real fleet, in lockstep, with a team that answers and acts over the API as a page does.</summary>
/// <param name="Scenario">What happens.</param>
/// <param name="Seed">Which songs.</param>
/// <param name="Rows">How many rows from the onset on.</param>
/// <param name="Step">Rows between two moments at which the fleet comes to rest.</param>
internal sealed record ScriptedPlay(IScenario Scenario, ulong Seed, long Rows, int Step)
{
    /// <summary>Options of the services by their configuration key.</summary>
    public IReadOnlyDictionary<string, string?> Options { get; init; } = new Dictionary<string, string?>();

    private const string Team = "scripted";
    private const long AnswersAfter = 2_000, OrdersEvery = 1_000;

    private static readonly Uri s_answer = new("v1/mystery/answer", UriKind.Relative), s_retrain = new("v1/control/retrain", UriKind.Relative);

    /// <summary>Two runs: in one nobody touches the fleet, in the other it is told to train again and again.</summary>
    public async Task<ScriptScores> PlayAsync(CancellationToken cancellation)
    {
        var truth = MysteryTruth.Of(Scenario, Scenario.Manifest.Onset);
        var perfect = await PlayAsync(new MysteryAnswer(truth.OnsetRow, truth.Cause, truth.Features, truth.RetrainingIsRight, truth.Action), trainsAlways: false, cancellation);
        var always = await PlayAsync(new MysteryAnswer(RetrainingIsRight: true, Action: MysteryActions.Retrain), trainsAlways: true, cancellation);
        var nothing = perfect with { Answers = [], Lines = [.. perfect.Lines.Where(line => line.Who != MysteryDeeds.Team)] };
        return new ScriptScores(truth.ScenarioId, Judged(perfect), Judged(nothing), Judged(always));
    }

    private async Task<MysteryCase> PlayAsync(MysteryAnswer answer, bool trainsAlways, CancellationToken cancellation)
    {
        var (manifest, book) = (Short(), new MysteryBook());
        var model = ServiceDefaults.ModelSlot.DefaultModel;
        book.TryOpen(new MysteryCase(Team, Team, Seed, manifest.Id, manifest.WarmUp, manifest.Onset - manifest.WarmUp) { OnsetRow = manifest.Onset });
        using var folder = new TemporaryFolder();
        var settings = new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true)
        {
            Seed = Seed,
            Options = Options,
            ExtraConsumers = [typeof(NoteForMystery)],
            Services = services => services.AddSingleton(new MysteryDesk(Team, book)),
            Map = static app => MysteryEndpoints.Map(app),
        };
        var (answered, nextOrder) = (false, manifest.Onset);
        var plan = new LockstepPlan(SongWorld.Of(Scenario, manifest, Seed), Seed.ToString(CultureInfo.InvariantCulture), manifest.WarmUp, Step, manifest.Onset, Scenario.CommandsAtOnset(model, manifest.Onset))
        {
            Hand = async (http, row, stop) =>
            {
                if (trainsAlways && row > nextOrder)
                {
                    nextOrder += OrdersEvery;
                    await PostAsync(http, s_retrain, new { reason = "We always train again." }, stop);
                }

                if (answered || row < manifest.Onset + AnswersAfter) return;
                answered = true;
                await PostAsync(http, s_answer, answer, stop);
            },
        };
        using var run = await LockstepFleet.PlayAsync(settings, plan, static _ => { }, cancellation);
        return book.Change(Team, one => one with { RevealedAtRow = manifest.Songs })!;
    }

    private ScenarioManifest Short() => Scenario.Manifest.WithSongs(Math.Min(Scenario.Manifest.Songs, Scenario.Manifest.Onset + Math.Max(Rows, AnswersAfter + Step)));

    private static MysteryResult Judged(MysteryCase one) => MysteryResult.Judge(one) ?? throw new InvalidOperationException($"The scenario '{one.ScenarioId}' cannot be judged.");

    private static async Task PostAsync(HttpClient http, Uri path, object body, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(path, body, cancellation);
        if (!answer.IsSuccessStatusCode) throw new LockstepException($"POST {path} was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
    }
}
