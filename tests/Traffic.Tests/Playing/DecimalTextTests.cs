using System.Globalization;
using System.Text;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Traffic.Tests.Playing;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(-8.05, "-8.05")]
    [InlineData(139_379, "139379")]
    [InlineData(139.379, "139.379")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e300, "1E+300")]
    public void Numbers_are_written_as_short_as_they_can_be(double value, string expected)
    {
        Format(value).ShouldBe(expected);
    }

    [Fact]
    public void Every_number_reads_back_as_the_same_bits()
    {
        var random = new SplitMix64(3);

        for (var i = 0; i < 100_000; i++)
        {
            var value = random.NextNormal() * (i % 3 == 0 ? 1e5 : 1);
            if (i % 2 == 0)
                value = Math.Round(value, i % 7);

            var read = double.Parse(Format(value), CultureInfo.InvariantCulture);

            BitConverter.DoubleToInt64Bits(read).ShouldBe(BitConverter.DoubleToInt64Bits(value));
        }
    }

    private static string Format(double value)
    {
        Span<byte> text = new byte[DecimalText.MaxLength];
        return Encoding.ASCII.GetString(text[..DecimalText.Format(value, text)]);
    }
}
