using System.Text;
using MonitoringDemo.Inference.RecordOutcomes;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Inference.Tests.Requests;

public sealed class PlainOutcomesTests
{
    private const int Most = 3;

    [Theory]
    [InlineData("""{"outcomes":[{"id":"p-5000","label":1},{"id":"p-0","label":0}]}""")]
    [InlineData("""{"outcomes": [{"id": "p-5000", "label": 1}, {"id": "p-12", "label": 0}]}""")]
    public void What_it_takes_of_a_changed_body_the_thorough_parser_takes_too(string body)
    {
        var (text, random, taken) = (Encoding.UTF8.GetBytes(body), new SplitMix64(5), 0);
        ReadOnlySpan<byte> likely = "0123456789-,:\"{}[] p\\"u8;

        Quickly(text).ShouldBe(Thoroughly(text));
        for (var at = 0; at < text.Length; at++)
        {
            for (var way = 0; way < 24; way++)
            {
                byte[] changed = way % 2 == 0
                    ? [.. text[..at], likely[random.NextInt(likely.Length)], .. text[(at + 1)..]]
                    : [.. text[..at], likely[random.NextInt(likely.Length)], .. text[at..]];
                if (Quickly(changed) is not { } quick) continue;
                taken++;
                quick.ShouldBe(Thoroughly(changed), Encoding.UTF8.GetString(changed));
            }
        }

        taken.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("""{"outcomes":[]}""")]
    [InlineData("""{"outcomes":[{"id":"p-1","label":2}]}""")]
    [InlineData("""{"outcomes":[{"id":"p-01","label":1}]}""")]
    [InlineData("""{"outcomes":[{"id":"p-1","label":1}]}x""")]
    [InlineData("""{"outcomes":[{"label":1,"id":"p-1"}]}""")]
    [InlineData("""{"outcomes":[{"id":"p-1","label":1},{"id":"p-2","label":1},{"id":"p-3","label":1},{"id":"p-4","label":1}]}""")]
    public void What_is_unusual_or_wrong_is_left_to_the_thorough_parser(string body)
    {
        var quick = Quickly(Encoding.UTF8.GetBytes(body));

        quick.ShouldBeNull();
    }

    private static string? Quickly(byte[] body)
    {
        var outcomes = new OutcomeRows();
        return PlainOutcomes.TryParse(body, outcomes, Most) ? Told(outcomes) : null;
    }

    private static string Thoroughly(byte[] body)
    {
        var (outcomes, errors) = (new OutcomeRows(), new RequestErrors());
        OutcomeRequestParser.ParseThoroughly(body, outcomes, Most, errors);
        return errors.Any ? string.Join("; ", errors.ByPath.Keys) : Told(outcomes);
    }

    private static string Told(OutcomeRows outcomes) => $"{string.Join(' ', outcomes.Rows.ToArray())} | {string.Join(' ', outcomes.Labels.ToArray())}";
}
