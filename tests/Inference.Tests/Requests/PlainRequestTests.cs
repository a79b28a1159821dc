using System.Text;
using MonitoringDemo.Inference.Predict;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Inference.Tests.Requests;

/// <summary>The quick parser may only ever be quicker: what it takes, the thorough one takes too, to the same values.</summary>
public sealed class PlainRequestTests
{
    private const int MaxInstances = 3;
    private const string Two = """{"requestId":"a-1","instances":[{"tempo":120.5,"energy":null,"key":"2","mode":"minor"},{"tempo":-0.25e1,"energy":0.123456789012345678,"key":1,"mode":null}],"eventTimes":["2026-01-31T09:30:00.25Z",null]}""";
    private const string One = """{"instance": {"tempo": 0, "energy": 1, "key": "7", "mode": "dorian"}, "eventTime": "2024-02-29T23:59:59Z"}""";

    public static TheoryData<string> Plain => [Two, One, """{"instances":[{"tempo":-0,"energy":3,"key":"0","mode":"major"}]}""", """{"eventTime":null,"requestId":null,"instance":{"tempo":1E3,"energy":3,"key":"0","mode":"major"}}"""];

    [Theory]
    [MemberData(nameof(Plain))]
    public void What_programs_write_is_taken_quickly_and_to_the_same_values(string body)
    {
        var quick = Quickly(body);

        quick.ShouldNotBeNull();
        quick.ShouldBe(Thoroughly(body));
    }

    [Theory]
    [InlineData(Two)]
    [InlineData(One)]
    public void A_body_with_any_byte_changed_is_taken_to_the_same_values_or_left_to_the_thorough_parser(string body)
    {
        var (text, random, taken) = (Encoding.UTF8.GetBytes(body), new SplitMix64(7), 0);
        ReadOnlySpan<byte> likely = "0123456789.-+eE,:\"{}[] nultZ\\T\u0007é"u8;

        for (var at = 0; at < text.Length; at++)
        {
            for (var way = 0; way < 24; way++)
            {
                byte[] changed = (way % 3) switch
                {
                    0 => [.. text[..at], likely[random.NextInt(likely.Length)], .. text[(at + 1)..]],
                    1 => [.. text[..at], likely[random.NextInt(likely.Length)], .. text[at..]],
                    _ => [.. text[..at], .. text[Math.Min(text.Length, at + 1 + (way / 3))..]],
                };
                var quick = Quickly(Encoding.Latin1.GetString(changed), changed);
                if (quick is null) continue;
                taken++;
                quick.ShouldBe(Thoroughly("", changed), Encoding.Latin1.GetString(changed));
            }
        }

        taken.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("""{"instances":[]}""")]
    [InlineData("""{"instances":[{"tempo":1,"energy":1,"key":"0","mode":"major"}],"eventTimes":[]}""")]
    [InlineData("""{"instances":[{"tempo":1,"energy":1,"key":"0","mode":"major"}],"requestId":""}""")]
    [InlineData("""{"instances":[{"tempo":01,"energy":1,"key":"0","mode":"major"}]}""")]
    [InlineData("""{"instances":[{"tempo":1e999,"energy":1,"key":"0","mode":"major"}]}""")]
    [InlineData("""{"instances":[{"tempo":null,"energy":1,"key":"0","mode":"major"}]}""")]
    [InlineData("""{"instances":[{"energy":1,"tempo":1,"key":"0","mode":"major"}]}""")]
    [InlineData("""{"instance":{"tempo":1,"energy":1,"key":"0","mode":"major"},"instance":{"tempo":1,"energy":1,"key":"0","mode":"major"}}""")]
    [InlineData("""{"instance":{"tempo":1,"energy":1,"key":"0","mode":"major"},"eventTime":"2023-02-29T00:00:00Z"}""")]
    [InlineData("""{"instance":{"tempo":1,"energy":1,"key":"0","mode":"major"}} """)]
    public void What_is_unusual_or_wrong_is_left_to_the_thorough_parser(string body)
    {
        var quick = Quickly(body);

        quick.ShouldBeNull();
    }

    [Fact]
    public void More_rows_than_allowed_are_refused_and_leave_nothing_behind()
    {
        var song = """{"tempo":1,"energy":1,"key":"0","mode":"major"}""";
        var (workspace, errors) = (Holding($$"""{"instances":[{{string.Join(',', Enumerable.Repeat(song, MaxInstances + 1))}}]}"""), new RequestErrors());

        PredictionRequestParser.Parse(workspace, new RowParser(SongWorld.Schema), MaxInstances, errors);

        errors.IsTooMuch.ShouldBeTrue();
        workspace.Rows.ShouldBe(MaxInstances);
    }

    private static string? Quickly(string body, byte[]? bytes = null)
    {
        var workspace = Holding(body, bytes);
        return PlainRequest.TryParse(workspace, new RowParser(SongWorld.Schema), MaxInstances, out var requestId) ? Told(workspace, requestId) : null;
    }

    private static string Thoroughly(string body, byte[]? bytes = null)
    {
        var (workspace, errors) = (Holding(body, bytes), new RequestErrors());
        var requestId = PredictionRequestParser.ParseThoroughly(workspace, new RowParser(SongWorld.Schema), MaxInstances, errors);
        return errors.Any ? string.Join("; ", errors.ByPath.Keys) : Told(workspace, requestId);
    }

    private static Workspace Holding(string body, byte[]? bytes = null)
    {
        bytes ??= Encoding.UTF8.GetBytes(body);
        var workspace = new Workspace();
        workspace.MakeRoomForBody(bytes.Length);
        bytes.CopyTo(workspace.FreeBody);
        workspace.BodyLength = bytes.Length;
        return workspace;
    }

    private static string Told(Workspace workspace, string? requestId) => string.Join(
        ' ', workspace.Features(SongWorld.Schema.Count).ToArray().Select(value => BitConverter.DoubleToInt64Bits(value).ToString("x", null)))
        + $" | {string.Join(' ', workspace.EventTimes.ToArray())} | {requestId ?? "none"}";
}
