using System.Globalization;
using System.Text;

namespace MonitoringDemo.EndToEnd.Tests;

/// <summary>A request that must be refused, and the field that the refusal must name.</summary>
internal sealed record MalformedRequest(string Kind, string Path, string Body, string MustName, string ContentType = "application/json")
{
    private const string Predictions = "/v1/predictions";
    private const string Outcomes = "/v1/outcomes";

    private static readonly (string Name, string Value)[] Song =
    [
        ("danceability", "0.5"), ("energy", "0.6"), ("loudness", "-8.1"), ("speechiness", "0.05"), ("acousticness", "0.2"),
        ("instrumentalness", "0.0"), ("liveness", "0.1"), ("valence", "0.7"), ("tempo", "120.5"), ("duration_ms", "200000"),
        ("key", "5"), ("mode", "1"), ("time_signature", "4"),
    ];

    private static readonly string[] NotNumbers = ["\"loud\"", "true", "[1]", "{}", "\"NaN\"", "\"Infinity\"", "1e999", "-1e999", "null", "\"\""];

    private static readonly string[] NotLabels = ["2", "-1", "0.5", "\"yes\"", "null", "[]"];

    private static readonly string[] NotIds = ["\"p-999999999999\"", "\"p--1\"", "\"song\"", "7", "null", "\"\""];

    /// <summary>The <paramref name="index"/>th request: every kind comes up in turn, with a field and a place by chance.</summary>
    public static MalformedRequest Make(Random random, int index)
    {
        var field = Song[random.Next(Song.Length)].Name;
        var numeric = Song[random.Next(10)].Name;
        var songs = random.Next(1, 20);
        var at = random.Next(songs);
        return (index % 14) switch
        {
            0 => Of("a missing field", Batch(songs, at, Without(field)), field),
            1 => Of("an unknown field", Batch(songs, at, With("loudnes", "1")), "loudnes"),
            2 => Of("not a number", Batch(songs, at, Replace(numeric, NotNumbers[random.Next(NotNumbers.Length)])), numeric),
            3 => Of("a field twice", Batch(songs, at, With(field, "1")), field),
            4 => Of("no songs", "{\"instances\":[]}", "instances"),
            5 => Of("too many songs", Batch(1_001, 0, Text(Song)), "instances"),
            6 => Of("songs that are no list", "{\"instances\":" + NotNumbers[random.Next(2)] + "}", "instances"),
            7 => Of("a song that is no object", Batch(songs, at, "17"), "instances"),
            8 => Of("an unknown member", "{\"songs\":[" + Text(Song) + "]}", "songs"),
            9 => Of("a request id that is too long", "{\"requestId\":\"" + new string('x', 101 + random.Next(400)) + "\",\"instances\":[" + Text(Song) + "]}", "requestId"),
            10 => Of("cut off", Cut(Batch(songs, at, Text(Song)), random), "JSON"),
            11 => Of("another content type", Batch(songs, at, Text(Song)), "Content-Type") with { ContentType = "text/plain" },
            12 => new("an outcome for no prediction", Outcomes, $"{{\"outcomes\":[{{\"id\":{NotIds[random.Next(NotIds.Length)]},\"label\":1}}]}}", "id"),
            _ => new("an outcome without a class", Outcomes, $"{{\"outcomes\":[{{\"id\":\"p-5000\",\"label\":{NotLabels[random.Next(NotLabels.Length)]}}}]}}", "label"),
        };
    }

    private static MalformedRequest Of(string kind, string body, string mustName) => new(kind, Predictions, body, mustName);

    private static string Cut(string body, Random random) => body[..random.Next(1, body.Length - 2)];

    private static string Without(string field) => Text(Song.Where(pair => pair.Name != field));

    private static string With(string field, string value) => Text(Song.Append((field, value)));

    private static string Replace(string field, string value) => Text(Song.Select(pair => pair.Name == field ? (field, value) : pair));

    private static string Text(IEnumerable<(string Name, string Value)> song) =>
        "{" + string.Join(',', song.Select(pair => $"\"{pair.Name}\":{pair.Value}")) + "}";

    private static string Batch(int songs, int at, string broken)
    {
        var body = new StringBuilder("{\"instances\":[");
        for (var i = 0; i < songs; i++)
            body.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}{(i == at ? broken : Text(Song))}");
        return body.Append("]}").ToString();
    }
}
