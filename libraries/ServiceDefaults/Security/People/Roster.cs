using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults.Security.People;

/// <summary>The people who are told apart, each by a token of its own.</summary>
/// <remarks>
/// Read from <c>MONITORINGDEMO_PEOPLE</c>, or from the file that <c>MONITORINGDEMO_PEOPLE_FILE</c> names, at the start. Without it nobody is told apart, and whoever has the one token may everything.
/// With it that token is what the services call each other with: it may what an operator may, and is nobody.
/// </remarks>
public sealed class Roster
{
    /// <summary>The name of the setting.</summary>
    public const string Variable = "MONITORINGDEMO_PEOPLE";

    private readonly AccessToken _shared;

    /// <param name="configuration">Environment variables are part of it.</param>
    /// <param name="shared">The token that the services share.</param>
    /// <exception cref="OptionsValidationException">The list cannot be used.</exception>
    public Roster(IConfiguration configuration, AccessToken shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        _shared = shared;
        People = SecretSetting.Read(configuration, Variable) is { } json ? PeopleText.Read(json) : [];
        if (!IsKept) return;
        if (shared.Value is null) throw PeopleText.Refused($"{AccessToken.Variable} is not set; the services call each other with it");
        if (People.FirstOrDefault(person => person.TokenSha256 == HashOf(shared.Value)) is { } same)
            throw PeopleText.Refused($"the token of '{same.Name}' is {AccessToken.Variable}, which the services share; give this person another");
    }

    /// <summary>Everybody, as listed.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>Whether people are told apart.</summary>
    public bool IsKept => People.Count > 0;

    /// <summary>Whether somebody is known by this name and may this.</summary>
    public bool May(string name, PersonRole role) => People.Any(person => person.Name == name && person.Role >= role);

    /// <summary>What is kept of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    internal Caller? ByToken(string? token)
    {
        if (token is null) return null;
        if (_shared.Matches(token)) return Shared;
        var hash = HashOf(token);
        // Every hash is looked at, and each for as long as the others.
        return Found(person => FixedTimeEquals(person.TokenSha256, hash));
    }

    internal Caller? ByCookie(string? cookie)
    {
        if (cookie is null) return null;
        return _shared.MatchesCookie(cookie) ? Shared : Found(person => FixedTimeEquals(CookieOf(person), cookie));
    }

    /// <summary>What the page's cookie holds for a caller: made with the shared token and the hash of the caller's own, so that a new token ends it.</summary>
    internal string CookieOf(Caller caller) => People.FirstOrDefault(person => person.Name == caller.Name) is { } person ? CookieOf(person) : _shared.Cookie;

    private Caller Shared => IsKept ? new Caller(null, PersonRole.Operator) : Caller.Anybody;

    private Caller? Found(Func<Person, bool> isMeant)
    {
        Caller? found = null;
        foreach (var person in People)
        {
            if (isMeant(person)) found = new Caller(person.Name, person.Role);
        }

        return found;
    }

    private string CookieOf(Person person) =>
        $"{person.Name}.{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_shared.Value!), Encoding.UTF8.GetBytes($"page:{person.Name}:{person.TokenSha256}")))}";

    private static bool FixedTimeEquals(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));
}
