using System.Text;
using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Tests.Frames;

public sealed class Crc32CTests
{
    [Theory]
    [InlineData("", 0x00000000u)]
    [InlineData("a", 0xC1D04330u)]
    [InlineData("123456789", 0xE3069283u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x22620404u)]
    public void Known_texts_have_their_published_checksums(string text, uint expected)
        => Crc32C.Compute(Encoding.ASCII.GetBytes(text)).ShouldBe(expected);

    [Fact]
    public void A_checksum_can_be_computed_in_parts()
    {
        var bytes = Encoding.ASCII.GetBytes("123456789");

        for (var split = 0; split <= bytes.Length; split++)
            Crc32C.Compute(bytes.AsSpan(split), Crc32C.Compute(bytes.AsSpan(0, split))).ShouldBe(0xE3069283u);
    }
}
