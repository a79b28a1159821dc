using MonitoringDemo.Demo.Labs.Programs;

namespace MonitoringDemo.Demo.Labs.Replicas;

/// <summary>Lab 10: two replicas over a broker; one is killed, then the broker, and nothing is lost or counted twice.</summary>
internal sealed class ScaleOut : ILab
{
    private const int Part = 50;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    public int Number => 10;

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var given = check.Answers();
        if (!check.Answered("settings", given, ScaleAnswers.Names)) return;
        var answers = ScaleAnswers.Of(given);
        if (LabBroker.Find() is not { } broker)
        {
            check.NotPossible($"Two processes share nothing but a broker, and it is not installed. {LabBroker.HowToGet}");
            return;
        }

        await using (broker)
        {
            await broker.StartAsync(cancellation);
            await using var fleet = new ScaledFleet(broker.Address, answers);
            using var caller = new SongCaller(fleet.Replicas, answers);
            if (await StartedAsync(check, fleet, caller, answers, cancellation) && await StruckAsync(check, broker, fleet, caller, answers, cancellation)) await NothingLostAsync(check, fleet, caller, cancellation);
        }
    }

    private static async Task<bool> StartedAsync(LabCheck check, ScaledFleet fleet, SongCaller caller, ScaleAnswers answers, CancellationToken cancellation)
    {
        fleet.Start("inference-1");
        await AliveAsync(fleet, "inference-1", cancellation);
        fleet.Start("inference-2");
        var apart = await AliveAsync(fleet, "inference-2", cancellation);
        if (!check.Step("apart", apart, apart ? "Both replicas run, each on data of its own." : fleet.FirstEnded("inference-1", "inference-2") ?? "The second replica does not come up.")) return false;
        fleet.Start("retraining");
        fleet.Start("traffic");
        fleet.Start(ScaledFleet.Distrustful);
        await AliveAsync(fleet, ScaledFleet.Distrustful, cancellation);
        // Without the stream nobody will ever have a row to learn from.
        var served = await UntilTrue.AskAsync(async token => await fleet.AnswersAsync("inference-1", "v1/model", token) && await fleet.AnswersAsync("inference-2", "v1/model", token), answers.ShipsLog ? s_patience : s_patience / 6, cancellation);
        if (!check.Step("stream", served, served ? "Retraining got the rows of both over the stream, and both serve its model." : fleet.FirstEnded("retraining", "traffic", "inference-1", "inference-2") ?? "No model comes: the replicas have rows on their disks, and retraining, on another, gets none of them.")) return false;
        var third = fleet.AddressOf(ScaledFleet.Distrustful);
        var avoided = await UntilTrue.AskAsync(async token => !await caller.MayBeAskedAsync(third, token), s_patience / 6, cancellation);
        await fleet.KillAsync(ScaledFleet.Distrustful);
        return check.Step("health", avoided, avoided ? $"A third replica refuses the model, and {answers.HealthPath} says so." : $"A third replica trusts another key and refuses the model; {answers.HealthPath} says that all is well, and a balancer would lead every third song there.");
    }

    private static async Task<bool> StruckAsync(LabCheck check, LabBroker broker, ScaledFleet fleet, SongCaller caller, ScaleAnswers answers, CancellationToken cancellation)
    {
        await caller.AskAsync(Part, cancellation);
        await fleet.KillAsync("inference-1");
        await caller.AskAsync(Part, cancellation);
        fleet.Start("inference-1");
        if (!check.Step("retries", caller.Unanswered.Count == 0, caller.Unanswered.Count == 0 ? $"One replica was killed: {caller.Asked} songs asked for, each answered, {caller.Repeated} attempts repeated." : $"One replica was killed and every tenth answer lost on its way: {caller.Unanswered.Count} of {caller.Asked} songs were never answered; {caller.Unanswered[0]}.")) return false;
        var back = await UntilTrue.AskAsync(token => caller.MayBeAskedAsync(fleet.Replicas[0], token), s_patience, cancellation);
        if (!check.Step("retries", back, back ? "It is back." : fleet.FirstEnded("inference-1") ?? "It does not come back.")) return false;
        await broker.KillAsync();
        // A health check looks as often as it likes, and a service notices a connection that is gone.
        await UntilTrue.AskAsync(async token => !await caller.MayBeAskedAsync(fleet.Replicas[0], token) && !await caller.MayBeAskedAsync(fleet.Replicas[1], token), TimeSpan.FromSeconds(3), cancellation);
        await caller.AskAsync(Part, cancellation);
        await broker.StartAsync(cancellation);
        await caller.AskAsync(Part, cancellation);
        return check.Step("broker-away", caller.Unanswered.Count == 0, caller.Unanswered.Count == 0 ? "The broker was killed, and songs were answered all the while." : $"The broker was killed: {caller.Unanswered.Count} songs were never answered; {caller.Unanswered[0]}.");
    }

    private static async Task NothingLostAsync(LabCheck check, ScaledFleet fleet, SongCaller caller, CancellationToken cancellation)
    {
        Dictionary<int, int> found = [];
        var whole = await UntilTrue.AskAsync(
            _ =>
            {
                found = SongsInLog.Count(fleet.DirectoryOfRetraining);
                return Task.FromResult(found.Count >= caller.Asked);
            },
            s_patience,
            cancellation);
        var doubled = found.Count(song => song.Value > 1);
        if (!check.Step("lost", whole, $"{caller.Asked} songs answered, {caller.Asked - found.Count} of them missing in retraining's copy of the log.")) return;
        check.Step("doubled", doubled == 0, doubled == 0 ? "0 lost, 0 doubled, though attempts were repeated." : $"0 lost, and {doubled} songs stand in the log twice: the fleet takes them for two listeners.");
    }

    private static async Task<bool> AliveAsync(ScaledFleet fleet, string name, CancellationToken cancellation) =>
        await UntilTrue.AskAsync(async token => fleet.FirstEnded(name) is not null || await fleet.AnswersAsync(name, "health/live", token), s_patience, cancellation) && fleet.FirstEnded(name) is null;
}
