using System.Globalization;

namespace MonitoringDemo.KeepingUp;

/// <summary>Reads the lists that options take.</summary>
internal static class KeepingUpOptions
{
    /// <summary>Seeds such as 1..10 or 1,3,5..7.</summary>
    public static IReadOnlyList<ulong> Seeds(string text)
    {
        var seeds = new List<ulong>();
        foreach (var part in Parts(text))
        {
            var ends = part.Split("..");
            if (ends.Length > 2 || !Read(ends[0], out ulong first) || !Read(ends[^1], out ulong last) || last < first || last - first >= 1_000)
                throw new UnusableInputException($"--seeds {text}: numbers such as 1..10 or 1,3,5.");
            for (var seed = first; seed <= last; seed++)
                seeds.Add(seed);
        }

        return seeds.Count > 0 ? seeds : throw new UnusableInputException("--seeds: at least one.");
    }

    /// <summary>Delays such as 0,200,1000.</summary>
    public static IReadOnlyList<int> Delays(string text) =>
        [.. Parts(text).Select(part => Read(part, out int delay) && delay >= 0 ? delay : throw new UnusableInputException($"--delays {text}: whole numbers of rows such as 0,200,1000."))];

    /// <summary>The names chosen, generated ones first; a group stands for its members.</summary>
    public static IReadOnlyList<string> Streams(string? text, IReadOnlyList<string> generated, IReadOnlyList<string> real)
    {
        if (text is null) return [.. generated, .. real];

        var chosen = Parts(text).SelectMany(name => name switch { "generated" => generated, "real" => real, _ => [name] }).ToHashSet();
        IReadOnlyList<string> all = [.. generated, .. real];
        return chosen.FirstOrDefault(name => !all.Contains(name)) is { } unknown
            ? throw new UnusableInputException($"--streams {unknown}: there is none. There are generated ({string.Join(", ", generated)}) and real ({string.Join(", ", real)}).")
            : [.. all.Where(chosen.Contains)];
    }

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Read<T>(string text, out T value)
        where T : struct, IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out value);
}
