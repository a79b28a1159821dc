using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Plan;

namespace MonitoringDemo.Demo.Labs.Endpoint;

/// <summary>Lab 13: an endpoint of somebody else's language model, watched with the detectors of the fleet.</summary>
internal sealed class WatchEndpoint : ILab
{
    private const int LatestAfterOnset = 400;
    private const int NearEnough = 250;
    private const int Window = 250;

    // The fleet finds its detectors by name in the same place.
    private static readonly TestCatalog s_catalog = new();
    private static readonly IReadOnlyList<string> s_detectors = [.. s_catalog.Names.Where(name => s_catalog.Detector(name) is not null)];
    private static readonly IReadOnlyList<string> s_responses = ["retrain", "pin-version", "call-provider", "extend-tests", "nothing"];

    public int Number => 13;

    public IReadOnlyList<string> Worlds { get; } = [.. EndpointWorld.All.Select(world => world.Name)];

    public Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var answers = check.Answers();
        _ = EndpointWorld.All.All(world => IsRead(check, answers, world)) && EndpointSignals.Watched.All(signal => IsWatched(check, answers, signal));
        return Task.CompletedTask;
    }

    public async Task WatchAsync(LabPlays plays, string world, TextWriter output, CancellationToken cancellation)
    {
        var calls = RecordedEndpoint.Calls(EndpointWorld.All.First(each => each.Name == world));
        var embedding = EndpointSignals.Of(EndpointSignals.Embedding, calls);
        await output.WriteLineAsync($"World {world}, means of {Window} calls each; generated, nothing is called.");
        await output.WriteLineAsync("calls from   answer-tokens   latency-ms     cost   refused   embedding   an example");
        for (var from = 0; from < calls.Count; from += Window)
        {
            var some = calls.Skip(from).Take(Window).ToList();
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{from,10} {some.Average(call => call.AnswerTokens),15:0.0} {some.Average(call => call.LatencyMs),12:0} {some.Average(call => call.Cost),8:0.0} {some.Average(call => call.Refused ? 1.0 : 0),9:0.000} {embedding.Skip(from).Take(Window).Average(),11:0.000}   {some[0].Prompt}"));
        }
    }

    /// <summary>Where a change begins, since when, and what is to be done, world by world.</summary>
    private static bool IsRead(LabCheck check, LabAnswers answers, EndpointWorld world)
    {
        var name = world.Name;
        if (!check.Answered("signal", answers, $"{name}-signal", $"{name}-response")) return false;
        var (signal, changes) = (answers.Word($"{name}-signal", EndpointSignals.All), world.Changes);
        if (!check.Step("signal", signal == changes, signal == changes ? $"World {name}: {signal}." : $"World {name}: the change does not begin with {signal}.")) return false;
        if (changes != EndpointSignals.None)
        {
            if (!check.Answered("since", answers, $"{name}-since")) return false;
            var since = answers.Row($"{name}-since");
            if (!check.Step("since", Math.Abs(since - world.Onset) <= NearEnough, Math.Abs(since - world.Onset) <= NearEnough ? $"World {name}: since call {world.Onset:N0}." : $"World {name}: nothing begins near call {since:N0}.")) return false;
        }

        var response = answers.Word($"{name}-response", s_responses);
        var right = changes switch { EndpointSignals.None => "nothing", EndpointSignals.AnswerTokens or EndpointSignals.Refused => "pin-version", EndpointSignals.Latency => "call-provider", _ => "extend-tests" };
        return check.Step("response", response == right, response == right ? $"World {name}: {response}." : response == "retrain" ? $"World {name}: the model is somebody else's; you have nothing to train." : $"World {name}: {response} mends nothing there.");
    }

    /// <summary>A detector for each signal: silent where nothing changes, and in time where something does.</summary>
    private static bool IsWatched(LabCheck check, LabAnswers answers, string signal)
    {
        if (!check.Answered("detector", answers, $"{signal}-detector")) return false;
        var name = answers.Word($"{signal}-detector", s_detectors);
        var quiet = FirstAlarm(name, signal, EndpointWorld.All[0]);
        if (!check.Step("quiet", quiet is null, quiet is null ? $"{signal}: {name} is silent on {EndpointWorld.Calls:N0} calls of world A." : $"{signal}: {name} cries at call {quiet:N0} of world A, where nothing changes.")) return false;
        var world = EndpointWorld.All.Single(each => each.Changes == signal);
        var at = FirstAlarm(name, signal, world);
        return check.Step("detects", at >= world.Onset && at <= world.Onset + LatestAfterOnset, at is null ? $"{signal}: {name} sees nothing in world {world.Name}."
            : at < world.Onset ? $"{signal}: {name} cries at call {at:N0} of world {world.Name}, before the change."
            : $"{signal}: {name} sees the change of world {world.Name} after {at - world.Onset} calls{(at <= world.Onset + LatestAfterOnset ? "." : $"; at most {LatestAfterOnset}.")}");
    }

    private static int? FirstAlarm(string name, string signal, EndpointWorld world)
    {
        var detector = s_catalog.Detector(name)!;
        var values = EndpointSignals.Of(signal, RecordedEndpoint.Calls(world));
        for (var call = 0; call < values.Count; call++)
        {
            detector.Update(values[call]);
            if (detector.DriftDetected) return call;
        }

        return null;
    }
}
