using System.CommandLine;
using System.Globalization;
using MonitoringDemo.LiveStory.Measuring;
using MonitoringDemo.LiveStory.Playing;

namespace MonitoringDemo.LiveStory;

/// <summary>The command line: plays README's path and prints the table. 0 = every story is right, 1 = one is wrong, 2 = cannot be used.</summary>
internal static class StoryCommandLine
{
    private const int Unusable = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var starts = AtLeast(1, new Option<int>("--starts") { Description = "How often the demo is started.", HelpName = "N", DefaultValueFactory = _ => 10 });
        var pace = AtLeast(1, new Option<int>("--pace") { Description = "Songs a second at most: the demo keeps the page's pace of 100, on a clock that runs N / 100 times as fast and waits for work that takes longer than half a second of it.", HelpName = "N", DefaultValueFactory = _ => 2_000 });
        var seed = AtLeast(1, new Option<int>("--seed") { Description = "The seed of the first start; the others count on from it.", HelpName = "N", DefaultValueFactory = _ => 1 });
        var story = new Option<bool>("--story") { Description = "Also print what each start did and told after the press." };
        var root = new RootCommand("README's path, played live: start, let the years pass, press Taste flip, watch.") { starts, pace, seed, story };
        root.SetAction((parsed, cancellation) => PlayAsync(parsed.GetValue(starts), parsed.GetValue(pace), parsed.GetValue(seed), parsed.GetValue(story), output, cancellation));
        var read = root.Parse(args);
        if (read.Errors.Count > 0 && read.Action?.ClearsParseErrors != true)
        {
            await error.WriteLineAsync($"{read.Errors[0].Message} See --help.");
            return Unusable;
        }

        return await read.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static async Task<int> PlayAsync(int starts, int pace, int seed, bool story, TextWriter output, CancellationToken cancellation)
    {
        var (played, began) = (new List<PlayedStart>(), TimeProvider.System.GetTimestamp());
        await output.WriteLineAsync(StartTable.Head);
        for (var i = 0; i < starts; i++)
        {
            var start = await ReadmePath.PlayAsync(new LiveFleetSettings((ulong)(seed + i), pace), ReadmePath.PressAt(i, starts), cancellation);
            played.Add(start);
            await output.WriteLineAsync(StartTable.Line(start));
            if (story)
                await output.WriteLineAsync(string.Join('\n', StoryText.Lines(start.Record, start.Story.Press)));
            await output.FlushAsync(cancellation);
        }

        await output.WriteLineAsync(StartTable.Worst(played));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{starts} starts in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s."));
        return await TellFaultsAsync(played, output);
    }

    private static async Task<int> TellFaultsAsync(List<PlayedStart> played, TextWriter output)
    {
        var wrong = played.Select(start => (start.Seed, Faults: StoryTruth.FaultsOfReadmePath(start.Story))).Where(start => start.Faults.Count > 0).ToList();
        await output.WriteLineAsync($"{wrong.Count} of {played.Count} stories are wrong.");
        foreach (var (seed, faults) in wrong)
            await output.WriteLineAsync($"Seed {seed}: {string.Join(' ', faults)}");
        return wrong.Count == 0 ? 0 : 1;
    }

    private static Option<int> AtLeast(int least, Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < least)
                result.AddError($"{option.Name}: at least {least}.");
        });
        return option;
    }
}
