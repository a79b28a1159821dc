using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Retraining.Report;
using MonitoringDemo.ServiceDefaults.State;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ReportCommand
{
    public static Command Create(TextWriter output)
    {
        var incident = new Argument<string?>("INCIDENT") { Description = "The incident; without it they are listed.", Arity = ArgumentArity.ZeroOrOne };
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "Write the page to this file (default: INCIDENT.html); - writes it to standard output." };
        var command = new Command("report", "Write one page about one incident: what was found, decided, tried and served, also while a demo works in the data directory.") { incident, html };
        command.SetAction(parsed =>
        {
            var directory = parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default;
            if (!Directory.Exists(directory))
                throw new UnusableInputException($"There is no directory '{directory}'; name the data directory of a demo or a run with --data DIR.");
            if (parsed.GetValue(incident) is { } id)
                Write(directory, id, parsed.GetValue(html), output);
            else
                List(directory, output);
            return 0;
        });
        return command;
    }

    private static void Write(string directory, string incident, string? html, TextWriter output)
    {
        var data = new DataDirectory(directory);
        var page = Read(directory, () => IncidentReports.Write(Stores.Journal(data), Stores.Log(data), incident))
            ?? throw new UnusableInputException($"There is no incident '{incident}' in '{directory}'; 'report --data {directory}' lists them.");
        var file = html ?? $"{incident}.html";
        var target = new ReportTarget(file, "--html");
        target.Write(page, output);
        if (!target.IsStandardOutput) output.WriteLine($"Written: {file}");
    }

    private static void List(string directory, TextWriter output)
    {
        var incidents = Read(directory, () => IncidentReports.List(Stores.Journal(new DataDirectory(directory))));
        if (incidents.Count == 0)
        {
            output.WriteLine($"No incident in '{directory}' yet.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("incident").NoWrap()).AddColumns("row", "what", "decided", "models served", "open");
        foreach (var line in incidents)
        {
            table.AddRow(
                Markup.Escape(line.Id),
                line.Row.ToString("N0", CultureInfo.InvariantCulture),
                Markup.Escape(line.What),
                Markup.Escape(string.Join(", ", line.Actions)),
                string.Join(", ", line.Served),
                line.IsOpen ? "yes" : "");
        }

        Screen.On(output).Write(table);
    }

    private static T Read<T>(string directory, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The registry or the log in '{directory}' cannot be read: {e.Message}", e);
        }
    }
}
