using System.Globalization;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>Where in the log a service was when its work had an effect: what happened live depends on that, and nothing else writes it down. One line of text a round, in a file of the service's own folder.</summary>
/// <remarks>A line is written after the effect it tells of. Rounds that changed nothing have no line: an incident is some dozens.</remarks>
/// <param name="path">The file; it is created with the first line.</param>
public sealed class RoundTrail(string path)
{
    private const string Began = "begin";

    /// <summary>The service begins to work in this process; what it had measured before is measured anew.</summary>
    public void Begin() => File.AppendAllText(path, $"{Began}\n");

    /// <summary>A round had an effect.</summary>
    /// <param name="round">Which.</param>
    public void Add(EffectiveRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        File.AppendAllText(path, string.Create(CultureInfo.InvariantCulture, $"{round.From} {round.To} {round.Mark}\n"));
    }

    /// <summary>Reads it back.</summary>
    /// <returns>How often the service began, and its rounds in order; (0, none) without a file. A last line that was cut off is passed over.</returns>
    /// <exception cref="InvalidDataException">A line is no round; the message names it.</exception>
    public static (int Begins, IReadOnlyList<EffectiveRound> Rounds) Read(string path)
    {
        if (!File.Exists(path)) return (0, []);
        var text = File.ReadAllText(path);
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rounds = new List<EffectiveRound>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == Began) continue;
            var numbers = lines[i].Split(' ');
            if (numbers.Length != 3 || !TryNumber(numbers[0], out var from) || !TryNumber(numbers[1], out var to) || !TryNumber(numbers[2], out var mark))
                throw new InvalidDataException($"'{path}' holds in line {i + 1} what is no round: '{lines[i]}'.");
            rounds.Add(new EffectiveRound(from, to, mark));
        }

        return (lines.Count(line => line == Began), rounds);
    }

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
