using System.Globalization;
using System.Text.RegularExpressions;

namespace MonitoringDemo.ControlRoom.Control;

/// <summary>What can be started: the id of a scenario, or two at once, <c>decades+unit-change@3000</c>. The traffic service reads the same and knows more of it.</summary>
internal static partial class ScenarioName
{
    private const string Two = "two at once";
    private const int LongestDelay = 1_000_000;

    /// <summary>Why a name cannot be started; null when it can.</summary>
    /// <param name="name">As it was sent.</param>
    /// <param name="known">What traffic offers; null while it does not answer.</param>
    public static string? Problem(string name, IReadOnlyList<ScenarioOffer>? known)
    {
        if (Form().Match(name) is not { Success: true } read)
            return "id must be lower-case letters, digits and hyphens, or two such at once, FIRST+SECOND@ROWS.";
        if (read.Groups["rows"] is { Success: true, Value: var rows } && !(int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var delay) && delay <= LongestDelay))
            return $"id says when the second begins with a number from 0 to {LongestDelay}, and not with {rows}.";
        if (known is null) return null;

        string[] ids = read.Groups["second"] is { Success: true, Value: var second } ? [read.Groups["first"].Value, second] : [read.Groups["first"].Value];
        if (Array.Find(ids, id => known.All(offer => offer.Id != id)) is { } unknown)
            return $"id names no scenario{(ids.Length > 1 ? $" with '{unknown}'" : "")}; known: {string.Join(", ", known.Select(offer => offer.Id))}.";
        if (ids.Length == 1) return null;
        return ids[0] == ids[1] ? $"id joins '{ids[0]}' with itself."
            : ids.Any(id => known.Any(offer => offer.Id == id && offer.Group == Two)) ? "id joins more than two: one of them is two at once."
            : null;
    }

    [GeneratedRegex("^(?<first>[a-z0-9]+(-[a-z0-9]+)*)([+](?<second>[a-z0-9]+(-[a-z0-9]+)*)(@(?<rows>[0-9]{1,20}))?)?$")]
    private static partial Regex Form();
}
