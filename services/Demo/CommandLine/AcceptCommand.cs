using System.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.CommandLine;

internal static class AcceptCommand
{
    private const string By = "command line";

    public static Command Create(TextWriter output)
    {
        var feature = new Argument<string>("feature") { HelpName = "FEATURE", Description = "The broken feature, or the check that found whole rows broken, for instance duplicates." };
        var url = new Option<string?>("--url") { HelpName = "URL", Description = $"The running fleet to ask (default: {FleetAddress.Default}, where a demo works in the data directory)." };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why, in one sentence, for the journal.", DefaultValueFactory = _ => "this is what the data are like now" };
        var command = new Command("accept", "Accept what was found broken as it is: its quarantine ends and its rows are learned from again.") { feature, url, reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (what, why) = (parsed.GetRequiredValue(feature), parsed.GetRequiredValue(reason));
            var fleet = parsed.GetValue(url) ?? (TryLeave(parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default, what, why) ? null : FleetAddress.Default);
            if (fleet is not null) await AskAsync(FleetAddress.ToCall(fleet), what, why, cancellation);
            await output.WriteLineAsync(fleet is null
                ? $"Noted: {what} is accepted when the demo starts again."
                : $"Asked {fleet} to accept {what}; the feed says what came of it.");
            return 0;
        });
        return command;
    }

    /// <summary>False when a demo works in the directory: then it has to be asked.</summary>
    private static bool TryLeave(string directory, string feature, string reason)
    {
        if (!DataFolder.IsOurs(directory))
            throw new UnusableInputException($"There is no demo in '{directory}'; name its data directory with --data DIR or its address with --url URL.");
        var data = new DataDirectory(directory);
        try
        {
            using var claim = data.Lock();
            CommandBox.LeaveAcceptance(data, ModelSlot.Of(Settings()), feature, By, reason, TimeProvider.System);
            return true;
        }
        catch (DataDirectoryInUseException)
        {
            return false;
        }
    }

    private static IConfigurationRoot Settings() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    private static async Task AskAsync(Uri fleet, string feature, string reason, CancellationToken cancellation)
    {
        using var http = new HttpClient(new AccessTokenHandler(new AccessToken(Settings())) { InnerHandler = new SocketsHttpHandler() }) { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using var answer = await http.PostAsJsonAsync(new Uri(fleet, "/v1/control/accept"), new { feature, reason, requestedBy = By }, cancellation);
            if (!answer.IsSuccessStatusCode) throw new UnusableInputException($"{fleet} answered {(int)answer.StatusCode} {answer.ReasonPhrase}.");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new UnusableInputException($"No fleet answers at {fleet}; name its address with --url URL.", e);
        }
    }
}
