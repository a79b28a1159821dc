using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Inference.Tests.Predict;

public sealed class MalformedRequestTests
{
    private const string Good = """{"tempo":120,"energy":0.5,"key":"1","mode":"major"}""";

    /// <summary>Body, and the field that the refusal must name.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "", "body" },
        { "   ", "body" },
        { "null", "body" },
        { "[]", "body" },
        { "\"songs\"", "body" },
        { "{}", "instances" },
        { "{", "body" },
        { """{"inst\ud800":1}""", "(an over-long or malformed text)" },
        { """{"instance":{"tem\udfff":1}}""", "instance.(an over-long or malformed text)" },
        { """{"instances":[]}""", "instances" },
        { """{"instances":null}""", "instances" },
        { """{"instances":{}}""", "instances" },
        { """{"instances":[1]}""", "instances[0]" },
        { """{"instances":[null]}""", "instances[0]" },
        { """{"instances":[[]]}""", "instances[0]" },
        { """{"instance":[]}""", "instance" },
        { """{"instance":"x"}""", "instance" },
        { """{"instances":[""" + Good + """],"instance":""" + Good + "}", "instance" },
        { """{"instances":[""" + Good + """],"instances":[]}""", "instances" },
        { """{"instances":[""" + Good + """],"songs":[]}""", "songs" },
        { """{"instances":[""" + Good + """]} {}""", "body" },
        { """{"instances":[""" + Good + """]}x""", "body" },
        { """{"instances":[""" + Good + """,]}""", "instances[0]" },
        { """{"instances":[""" + Good + """]/*c*/}""", "body" },
        { """{"instances":[{"energy":0.5,"key":"1","mode":"major"}]}""", "instances[0].tempo" },
        { """{"instances":[{}]}""", "instances[0].tempo" },
        { """{"instances":[""" + Good + "," + Good + """,{"tempo":null,"energy":0.5,"key":"1","mode":"major"}]}""", "instances[2].tempo" },
        { """{"instance":{"tempo":"120","energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":"NaN","energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":NaN,"energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":Infinity,"energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":"-Infinity","energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":1e999,"energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":-1e999,"energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":01,"energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":true,"energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":[1],"energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":{"a":1},"energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":1,"energy":0.5,"key":null,"mode":"major"}}""", "instance.key" },
        { """{"instance":{"tempo":1,"energy":0.5,"key":true,"mode":"major"}}""", "instance.key" },
        { """{"instance":{"tempo":1,"energy":0.5,"key":["1"],"mode":"major"}}""", "instance.key" },
        { """{"instance":{"tempo":1,"tempo":2,"energy":0.5,"key":"1","mode":"major"}}""", "instance.tempo" },
        { """{"instance":{"tempo":1,"energy":0.5,"key":"1","mode":"major","loudness":-5}}""", "instance.loudness" },
        { """{"instance":{"Tempo":1,"energy":0.5,"key":"1","mode":"major"}}""", "instance.Tempo" },
        { """{"requestId":"","instance":""" + Good + "}", "requestId" },
        { """{"requestId":17,"instance":""" + Good + "}", "requestId" },
        { """{"requestId":{},"instance":""" + Good + "}", "requestId" },
        { """{"requestId":"a","requestId":"b","instance":""" + Good + "}", "requestId" },
        { """{"requestId":"\ud800","instance":""" + Good + "}", "requestId" },
        { $$"""{"requestId":"{{new string('r', 101)}}","instance":{{Good}}}""", "requestId" },
        { $$"""{"requestId":"{{new string('r', 100_000)}}","instance":{{Good}}}""", "requestId" },
        { """{"eventTime":"yesterday","instance":""" + Good + "}", "eventTime" },
        { """{"eventTime":"2026-01-31","instance":""" + Good + "}", "eventTime" },
        { """{"eventTime":"2026-01-31T09:30:00","instance":""" + Good + "}", "eventTime" },
        { """{"eventTime":"2026-02-30T09:30:00Z","instance":""" + Good + "}", "eventTime" },
        { """{"eventTime":1769851800,"instance":""" + Good + "}", "eventTime" },
        { """{"eventTime":"\ud800","instance":""" + Good + "}", "eventTime" },
        { """{"instances":[""" + Good + """],"eventTimes":"2026-01-31T09:30:00Z"}""", "eventTimes" },
        { """{"instances":[""" + Good + """],"eventTimes":[]}""" + "x", "body" },
        { """{"instances":[""" + Good + """],"eventTimes":[null,null]}""", "eventTimes" },
        { """{"eventTimes":["2026-01-31T09:30:00Z",{}],"instances":[""" + Good + "," + Good + "]}", "eventTimes[1]" },
        { """{"instance":""" + Good + ""","eventTime":null,"eventTimes":[null]}""", "eventTimes" },
        { """{"instance":""" + new string('[', 100) + new string(']', 100) + "}", "instance" },
        { """{"deep":""" + string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000) + "}", "deep" },
        { $$"""{"instances":[{{string.Join(',', Enumerable.Repeat("{\"tempo\":\"x\"}", 1000))}}]}""", "instances[0].tempo" },
    };

    [Fact]
    public async Task One_row_too_many_is_refused_as_too_much_at_once()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);
        var before = house.ReadLog().Count;

        using var answer = await house.PostAsync("/v1/predictions", $$"""{"instances":[{{string.Join(',', Enumerable.Repeat(Good, 1001))}}]}""");

        await ShouldRefuse(answer, HttpStatusCode.RequestEntityTooLarge, "instances");
        house.ReadLog().Count.ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_malformed_body_is_refused_by_the_name_of_its_field_and_changes_nothing(string body, string field)
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);
        var before = house.ReadLog().Count;

        using var answer = await house.PostAsync("/v1/predictions", body);

        await ShouldRefuse(answer, HttpStatusCode.BadRequest, field);
        house.ReadLog().Count.ShouldBe(before);
        var good = await house.PredictAsync($$"""{"instance":{{Good}}}""");
        good["predictions"]![0]!["id"]!.GetValue<string>().ShouldBe("p-1", "no row was used up");
    }

    [Theory]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task Another_content_type_is_refused(string contentType)
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);

        foreach (var path in (string[])["/v1/predictions", "/v1/outcomes", "/v1/history"])
        {
            using var answer = await house.PostAsync(path, $$"""{"instance":{{Good}}}""", contentType);
            await ShouldRefuse(answer, HttpStatusCode.UnsupportedMediaType, "Content-Type");
        }
    }

    [Fact]
    public async Task A_packed_body_is_refused_by_its_header_and_not_for_what_it_looks_like()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);
        using var content = new ByteArrayContent([0x1f, 0x8b, 8, 0]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using var answer = await house.Http.PostAsync(new Uri("/v1/predictions", UriKind.Relative), content, TestContext.Current.CancellationToken);

        await ShouldRefuse(answer, HttpStatusCode.UnsupportedMediaType, "Content-Encoding");
        answer.Headers.GetValues("Accept-Encoding").ShouldBe(["identity"]);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/vnd.songs+json")]
    public async Task Every_spelling_of_JSON_is_taken(string contentType)
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);

        using var answer = await house.PostAsync("/v1/predictions", $$"""{"instance":{{Good}}}""", contentType);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_it_says_its_length(bool saysLength)
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);
        var bytes = Encoding.UTF8.GetBytes($$"""{"instance":{{Good}},"padding":"{{new string('x', 5 << 20)}}"}""");
        using HttpContent content = saysLength ? new ByteArrayContent(bytes) : new StreamContent(new UnknownLength(bytes));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await house.Http.PostAsync(new Uri("/v1/predictions", UriKind.Relative), content, TestContext.Current.CancellationToken);

        await ShouldRefuse(answer, HttpStatusCode.RequestEntityTooLarge, "body");
        house.ReadLog().Count.ShouldBe(2, "the history and the first model");
    }

    [Fact]
    public async Task A_thousand_random_mutations_get_an_answer_or_a_refusal_with_a_name_and_never_an_error()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 1);
        var valid = Encoding.UTF8.GetBytes(SongWorld.Request(3, out _, requestId: null));
        var random = new SplitMix64(20);
        var expected = house.ReadLog().Count;

        for (var i = 0; i < 1000; i++)
        {
            var body = Mutate(valid, random);
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await house.Http.PostAsync(new Uri("/v1/predictions", UriKind.Relative), content, TestContext.Current.CancellationToken);

            if (answer.IsSuccessStatusCode) expected++;
            else await ShouldRefuse(answer, HttpStatusCode.BadRequest, field: null);
        }

        house.ReadLog().Count.ShouldBe(expected);
    }

    private static byte[] Mutate(byte[] valid, SplitMix64 random)
    {
        var body = valid.ToList();
        for (var edits = 1 + random.NextInt(3); edits > 0; edits--)
        {
            var at = random.NextInt(body.Count);
            switch (random.NextInt(4))
            {
                case 0: body[at] = (byte)random.NextInt(256); break;
                case 1: body.RemoveAt(at); break;
                case 2: body.Insert(at, (byte)"{}[]\",:0e-N\\"[random.NextInt(12)]); break;
                default: body.RemoveRange(at, body.Count - at); break;
            }

            if (body.Count == 0) break;
        }

        return [.. body];
    }

    private static async Task ShouldRefuse(HttpResponseMessage answer, HttpStatusCode status, string? field)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!;
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        problem["detail"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        var errors = problem["errors"]!.AsObject();
        errors.Count.ShouldBeInRange(1, 20);
        if (field is not null) errors.ContainsKey(field).ShouldBeTrue($"{field} in {text}");
    }

    /// <summary>Is sent in chunks.</summary>
    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
