using System.Globalization;
using System.Text;
using System.Text.Json;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Inference.Tests.Requests;

public sealed class PlainJsonTests
{
    private static readonly string[] Formats = ["R", "F0", "F3", "F6", "F12", "E3", "E16", "G15"];

    [Fact]
    public void A_number_is_read_to_the_bits_of_the_framework()
    {
        var random = new SplitMix64(11);

        for (var i = 0; i < 20_000; i++)
        {
            var number = (random.NextDouble() - 0.5) * Math.Pow(10, random.NextInt(40) - 20);
            var text = number.ToString(Formats[i % Formats.Length], CultureInfo.InvariantCulture);
            var json = new PlainJson(Encoding.UTF8.GetBytes(text));
            json.TryNumber(out _, out var read).ShouldBeTrue(text);
            BitConverter.DoubleToInt64Bits(read).ShouldBe(BitConverter.DoubleToInt64Bits(JsonSerializer.Deserialize<double>(text)), text);
        }
    }

    [Fact]
    public void A_time_is_read_as_the_framework_reads_it()
    {
        var random = new SplitMix64(12);

        for (var i = 0; i < 20_000; i++)
        {
            var time = new DateTime((long)(random.NextDouble() * DateTime.MaxValue.Ticks), DateTimeKind.Utc);
            var text = time.ToString(i % 2 == 0 ? "yyyy-MM-ddTHH:mm:ss.FFFFFFFK" : "yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture);
            PlainTime.TryRead(Encoding.UTF8.GetBytes(text), out var read).ShouldBeTrue(text);
            read.ShouldBe(JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"").ToUnixTimeMilliseconds(), text);
        }
    }

    [Theory]
    [InlineData("2026-01-31T09:30:00")]
    [InlineData("2026-01-31T09:30:00+00:00")]
    [InlineData("2026-01-31T24:00:00Z")]
    [InlineData("2026-01-31T23:60:00Z")]
    [InlineData("2026-01-31T23:59:60Z")]
    [InlineData("2026-13-31T23:59:00Z")]
    [InlineData("2026-02-29T23:59:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-01-31T09:30:00.Z")]
    [InlineData("2026-01-31T09:30:00.12345678Z")]
    [InlineData("2026-01-31 09:30:00Z")]
    [InlineData("2026-01-3aT09:30:00Z")]
    [InlineData("Z")]
    public void Any_other_time_is_left_to_the_framework(string text)
    {
        var taken = PlainTime.TryRead(Encoding.UTF8.GetBytes(text), out _);

        taken.ShouldBeFalse();
    }
}
