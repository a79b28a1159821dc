using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Labs;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine.Labs;

/// <summary><c>lab</c>: exercises that check themselves by playing the fleet.</summary>
internal static class LabCommand
{
    private const int NotPossibleHere = 3;
    private const int LeastWidth = 63;
    private const int PlainWidth = 160;
    private static readonly string[] Parts = [LabFolder.Work, LabFolder.Start, LabFolder.Solution];

    public static Command Create(TextWriter output) => new("lab", "Labs that check themselves: each has a text in labs/NN-name, files to work on, hints and a solution.")
    {
        List(output),
        Of("start", "Copy a lab's starting files to its folder 'work', unless they are there.", output, (desk, _) => desk.Start()),
        WatchLab.Create(output),
        Check(output),
        Of("hint", "Give the next of three hints for the step that failed at the last check.", output, (desk, _) => desk.Hint()),
        Of("solve", "Show a solution beside your files.", output, (desk, _) => desk.Solve(Width(output))),
        Of("reset", "Begin a lab again; your files are kept in 'work.before'.", output, (desk, _) => desk.Reset()),
    };

    internal static Argument<string> Lab() => new("NN") { Description = "The lab's number, or the name of its folder." };

    private static int Width(TextWriter output) => Screen.IsTerminal(output) ? Math.Max(LeastWidth, Console.WindowWidth - 1) : PlainWidth;

    private static Command List(TextWriter output)
    {
        var command = new Command("list", "List the labs, and which of them you have passed.");
        command.SetAction(_ =>
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns("lab", "title", "minutes", "you", "afterwards you are able to");
            foreach (var lab in LabCatalog.All)
            {
                var folder = LabFolder.Of(lab.Number);
                var text = folder.Text;
                table.AddRow(
                    lab.Number.ToString("00", CultureInfo.InvariantCulture), Markup.Escape(text.Title), text.Minutes.ToString(CultureInfo.InvariantCulture),
                    !Directory.Exists(folder.PathOf(LabFolder.Work)) ? "" : LabProgress.Read(folder.PathOf(LabFolder.Work)).Passed ? "passed" : "begun",
                    Markup.Escape(text.Teaches));
            }

            Screen.On(output).Write(table);
            return 0;
        });
        return command;
    }

    private static Command Check(TextWriter output)
    {
        var number = Lab();
        var part = new Option<string>("--of") { HelpName = "PART", Description = "What to try: your work, or of the lab itself the start or the solution.", DefaultValueFactory = _ => LabFolder.Work };
        part.AcceptOnlyFromAmong(Parts);
        var command = new Command("check", "Say what works, what does not, and a hint: exit code 0 = all works, 1 = not yet, 3 = this machine lacks a program that the rest needs.") { number, part };
        command.SetAction(async (parsed, cancellation) => await Desk(parsed.GetRequiredValue(number), output).CheckAsync(parsed.GetValue(part)!, cancellation) switch
        {
            LabVerdict.Passed => 0,
            LabVerdict.NotPossibleHere => NotPossibleHere,
            _ => 1,
        });
        return command;
    }

    private static Command Of(string name, string description, TextWriter output, Action<LabDesk, ParseResult> act)
    {
        var number = Lab();
        var command = new Command(name, description) { number };
        command.SetAction(parsed =>
        {
            act(Desk(parsed.GetRequiredValue(number), output), parsed);
            return 0;
        });
        return command;
    }

    private static LabDesk Desk(string typed, TextWriter output)
    {
        var lab = LabCatalog.Find(typed);
        return new LabDesk(lab, LabFolder.Of(lab.Number), new LabPlays(), output);
    }
}
