namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>Names of teams: they stand in addresses and are folders.</summary>
internal static class TeamName
{
    public const string Words = "1 to 20 lower-case letters, digits and hyphens, a letter first";

    public static bool IsOne(string name) =>
        name.Length is >= 1 and <= 20 && char.IsAsciiLetterLower(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>team-01, team-02 and so on.</summary>
    public static IReadOnlyList<string> Numbered(int teams) => [.. Enumerable.Range(1, teams).Select(number => FormattableString.Invariant($"team-{number:00}"))];
}
