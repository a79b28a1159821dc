namespace MonitoringDemo.ServiceDefaults.Security.People;

/// <summary>Somebody who is known by name.</summary>
/// <param name="Name">Lower-case letters, digits, dots, hyphens and underscores; it stands in the journal.</param>
/// <param name="Role">What this person may do.</param>
/// <param name="TokenSha256">SHA-256 of the token, lower-case hexadecimal. The token itself is written down nowhere: it has to be long and random, as <c>people add</c> makes it.</param>
public sealed record Person(string Name, PersonRole Role, string TokenSha256)
{
    /// <summary>What is wrong with it, for whoever has to mend it; null when nothing is.</summary>
    internal string? Problem
    {
        get
        {
            if (!IsName(Name)) return $"name '{Name}' must be 1 to 40 lower-case letters, digits, dots, hyphens or underscores";
            if (!Enum.IsDefined(Role)) return $"role of '{Name}' must be viewer, operator, approver or admin";
            return TokenSha256 is { Length: 64 } && TokenSha256.All(char.IsAsciiHexDigitLower) ? null : $"tokenSha256 of '{Name}' must be 64 digits of lower-case hexadecimal; 'people add' makes a token and its hash";
        }
    }

    /// <summary>Whether it may be the name of a person.</summary>
    public static bool IsName(string? name) =>
        name is { Length: >= 1 and <= 40 } && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-' or '_');
}
