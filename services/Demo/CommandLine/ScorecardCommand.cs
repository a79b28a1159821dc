using System.CommandLine;
using System.Text.Json;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Scorecard;
using MonitoringDemo.Demo.WhatIf;
using MonitoringDemo.Retraining.Rewind;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ScorecardCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public static Command Create(TextWriter output)
    {
        var json = SharedOptions.Json();
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "Write the page to this file." };
        var command = new Command("scorecard", "How ready the fleet of a data directory is: the ML Test Score, Google's and Microsoft's levels, the NorthStar; also while it works.") { json, html };
        command.SetAction(parsed =>
        {
            var (file, page) = (new ReportTarget(parsed.GetValue(json)), new ReportTarget(parsed.GetValue(html), "--html"));
            var directory = parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default;
            var registry = new RegistryOf(parsed);
            var score = registry.Ask(of => FleetScore.Of(FleetEvidenceReader.ReadThoroughly(Settings(directory), of.Journal, of.Blobs, of.Verifier)));
            if (!file.IsStandardOutput && !page.IsStandardOutput)
            {
                foreach (var table in ScoreText.Write(score)) Screen.On(output).Write(table);
                foreach (var line in ScoreText.Sum(score)) output.WriteLine(line);
            }

            file.Write(JsonSerializer.Serialize(score, Json) + "\n", output);
            page.Write(ScorePage.Write(score, directory), output);
            return 0;
        });
        return command;
    }

    private static IReadOnlyDictionary<string, string?> Settings(string directory)
    {
        try
        {
            return RecordedSettings.Read(directory);
        }
        catch (RecordingException e)
        {
            throw new UnusableInputException($"'{directory}' has no scorecard: {e.Message.TrimEnd('.')}.", e);
        }
    }
}
