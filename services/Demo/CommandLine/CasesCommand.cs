using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Cases;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

internal static class CasesCommand
{
    public static Command Create(TextWriter output)
    {
        var name = new Argument<string?>("CASE") { Description = "Which (default: list them).", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--out") { HelpName = "FILE", Description = "Where its rows are written as CSV (default: CASE.csv)." };
        var seed = SharedOptions.Seed();
        var command = new Command("cases", "List the case studies of docs/cases, or make the rows of one for a replay.") { name, file, seed };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is not { } typed)
            {
                if (parsed.GetValue(file) is not null)
                    throw new UnusableInputException("--out without a case study; name one, for instance cases payment-fraud.");
                List(output);
                return 0;
            }

            var study = CaseCatalog.Find(typed);
            var path = parsed.GetValue(file) ?? $"{study.Name}.csv";
            _ = new ReportTarget(path, "--out");
            var rows = CaseFile.Write(study, parsed.GetValue(seed), path);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {rows:N0} rows, seed {parsed.GetValue(seed)}. {study.InShort}"));
            output.WriteLine($"Play them: {Examples.Start} -- replay {path} --schema docs/cases/{study.Name}/schema.json --delay {study.Delay}");
            return 0;
        });
        return command;
    }

    private static void List(TextWriter output)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("case").NoWrap()).AddColumns("what happens", "read");
        foreach (var study in CaseCatalog.All)
            table.AddRow(Markup.Escape(study.Name), Markup.Escape(study.InShort), Markup.Escape($"docs/cases/{study.Name}/README.md"));
        Screen.On(output).Write(table);
    }
}
