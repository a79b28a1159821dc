using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults.Security.People;

/// <summary>People as a list in JSON: <c>[{ "name": "ana", "role": "approver", "tokenSha256": "…" }]</c>.</summary>
public static class PeopleText
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<PersonRole>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads the list, and checks it.</summary>
    /// <exception cref="OptionsValidationException">It is no such list; the message names the person and the mend.</exception>
    public static IReadOnlyList<Person> Read(string json)
    {
        Person[] people;
        try
        {
            people = JsonSerializer.Deserialize<Person[]>(json, s_json) ?? [];
        }
        catch (JsonException e)
        {
            throw Refused($"it is no list of people with name, role and tokenSha256 ({e.Message})");
        }

        if (people.Any(person => person is null)) throw Refused("a person is null");
        if (people.Length == 0) throw Refused("it names nobody; add people with 'people add', or leave the setting out");
        if (people.Select(person => person.Problem).FirstOrDefault(problem => problem is not null) is { } wrong) throw Refused(wrong);
        if (people.GroupBy(person => person.Name).FirstOrDefault(same => same.Count() > 1) is { } twice) throw Refused($"'{twice.Key}' is named twice");
        if (people.GroupBy(person => person.TokenSha256).FirstOrDefault(same => same.Count() > 1) is { } shared)
            throw Refused($"{string.Join(" and ", shared.Select(person => $"'{person.Name}'"))} have one token; give each person one of its own");
        return people;
    }

    /// <summary>Writes the list.</summary>
    public static string Write(IEnumerable<Person> people) => JsonSerializer.Serialize(people, s_json) + "\n";

    internal static OptionsValidationException Refused(string why) => new(Roster.Variable, typeof(Roster), [$"{Roster.Variable} cannot be used: {why}"]);
}
