using System.CommandLine;
using MonitoringDemo.Demo.Labs;

namespace MonitoringDemo.Demo.CommandLine.Labs;

/// <summary><c>lab watch</c>.</summary>
internal static class WatchLab
{
    public static Command Create(TextWriter output)
    {
        var number = LabCommand.Lab();
        var world = new Argument<string?>("WORLD") { Description = "Which of the lab's worlds, where it has several.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("watch", "Play what a lab is about, and show what is to be judged.") { number, world };
        command.SetAction(async (parsed, cancellation) =>
        {
            var lab = LabCatalog.Find(parsed.GetRequiredValue(number));
            await lab.WatchAsync(new LabPlays(), Choose(lab, parsed.GetValue(world)), output, cancellation);
            return 0;
        });
        return command;
    }

    private static string Choose(ILab lab, string? typed)
    {
        if (lab.Worlds.Count == 0)
            throw new UnusableInputException($"Lab {lab.Number:00} has nothing to watch here; its text says what to look at.");
        if (typed is null)
            return lab.Worlds.Count == 1 ? lab.Worlds[0] : throw new UnusableInputException($"Name one of the lab's worlds: {string.Join(", ", lab.Worlds)}.");
        return lab.Worlds.FirstOrDefault(world => string.Equals(world, typed, StringComparison.OrdinalIgnoreCase))
            ?? throw new UnusableInputException($"Lab {lab.Number:00} has no world '{typed}'; it has {string.Join(", ", lab.Worlds)}.");
    }
}
