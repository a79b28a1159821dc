using System.CommandLine;
using MonitoringDemo.Releases;

// Releases under load: many good ones, and twenty bad ones of six kinds. Prints tables. 0 = all held, 1 = something did not.
//   dotnet run -c Release --project benchmarks/Releases
//   dotnet run -c Release --project benchmarks/Releases -- --only bad --rate 1000
var releases = new Option<int>("--releases") { Description = "How many versions are to come to answer all requests.", HelpName = "N", DefaultValueFactory = _ => 100 };
var rate = new Option<double>("--rate") { Description = "Requests a second; as many as are answered where that is too many.", HelpName = "N", DefaultValueFactory = _ => 2_000 };
var minutes = new Option<double>("--minutes") { Description = "How long the good ones may take together.", HelpName = "N", DefaultValueFactory = _ => 20 };
var only = new Option<string>("--only") { Description = "One part alone: good, bad, or canary (bad ones that no gate stops before the canary).", HelpName = "PART", DefaultValueFactory = _ => "" };
only.AcceptOnlyFromAmong("", "good", "bad", "canary");
foreach (var number in (Option[])[releases, rate, minutes])
{
    number.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && (!double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) || value is not (> 0 and <= 1_000_000))) result.AddError($"{number.Name} must be above 0 and at most 1,000,000.");
    });
}

var root = new RootCommand("Releases under load: how many fail, are doubled or not explained, and what ends bad candidates.") { releases, rate, minutes, only };
root.SetAction(async (parsed, cancellation) =>
{
    var (held, part, perSecond) = (true, parsed.GetValue(only), parsed.GetValue(rate));
    if (part is "" or "good") held &= await ManyReleases.RunAsync(parsed.GetValue(releases), perSecond, TimeSpan.FromMinutes(parsed.GetValue(minutes)), Console.Out, cancellation);
    if (part is "" or "bad") held &= await BadReleases.RunAsync("Bad candidates, of which each would be better than the champion but for what is wrong with it: gates, shadow and canary", Gates(), year: 1985, perSecond, Console.Out, cancellation);
    if (part is "" or "canary") held &= await BadReleases.RunAsync("The same where no gate asks and the shadow is one row: the canary alone", Canary(), year: 1962, perSecond, Console.Out, cancellation);
    return held ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();

// Only what is ordered is trained: the champion stays the one of 1962.
static Dictionary<string, string?> Gates() => new(Switched(
    "Retraining:DisabledRows",
    "archived-model-is-restored", "moved-inputs-that-hurt-are-learned", "changed-concept-is-learned", "young-model-is-refitted", "better-challenger-is-released"))
{
    ["Retraining:Obstacles"] = Path.Combine(AppContext.BaseDirectory, "course.json"),
};

static Dictionary<string, string?> Canary() => new(Switched("Retraining:DisabledResponses", "enough-rows", "finite", "quality", "mends", "slices", "obstacles"))
{
    ["Retraining:MostScoreMilliseconds"] = "1000",
    ["Retraining:ShadowRows"] = "1",
    ["Retraining:UrgentShadowRows"] = "1",
    ["Retraining:ShadowSigmas"] = "10",
    ["Retraining:Alpha"] = "1e-12",
};

static Dictionary<string, string?> Switched(string key, params string[] off) => new(off.Select((name, i) => new KeyValuePair<string, string?>(FormattableString.Invariant($"{key}:{i}"), name)));
