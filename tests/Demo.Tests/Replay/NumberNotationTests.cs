using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class NumberNotationTests
{
    [Theory]
    [InlineData('.', "1.5", 1.5)]
    [InlineData('.', "-3e4", -30_000)]
    [InlineData('.', "1,234.5", 1_234.5)]
    [InlineData('.', "1,234,567", 1_234_567)]
    [InlineData('.', "1 234 567.25", 1_234_567.25)]
    [InlineData('.', "1'234.5", 1_234.5)]
    [InlineData('.', "\u22125", -5)]
    [InlineData('.', "(12.5)", -12.5)]
    [InlineData('.', ".5", 0.5)]
    [InlineData(',', "1,5", 1.5)]
    [InlineData(',', "-0,25", -0.25)]
    [InlineData(',', "1.234,5", 1_234.5)]
    [InlineData(',', "1\u00A0234,5", 1_234.5)]
    [InlineData(',', "1.234", 1_234)]
    [InlineData(',', "3e4", 30_000)]
    [InlineData(',', "17", 17)]
    public void A_number_is_read_with_its_decimal_sign_and_groups_of_three(char sign, string text, double expected)
    {
        var notation = new NumberNotation(sign, "", "");

        notation.TryRead(text, out var value).ShouldBeTrue();

        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData('.', "1,5")]
    [InlineData('.', "12,34,567")]
    [InlineData('.', "1,234 567")]
    [InlineData(',', "1.5")]
    [InlineData(',', "1,2,3")]
    [InlineData('.', "one")]
    [InlineData('.', "")]
    [InlineData('.', "-")]
    [InlineData('.', "1.2.3")]
    [InlineData('.', "Infinity")]
    [InlineData('.', "0x1F")]
    public void Anything_else_is_none(char sign, string text) =>
        new NumberNotation(sign, "", "").TryRead(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("", "%", "12.5 %", 12.5)]
    [InlineData("", "%", "12.5%", 12.5)]
    [InlineData("$", "", "$1,200.50", 1_200.5)]
    [InlineData("$", "", "-$3", -3)]
    [InlineData("", "kg", "80 kg", 80)]
    public void What_stands_around_every_number_is_taken_off(string prefix, string suffix, string text, double expected)
    {
        var notation = new NumberNotation('.', prefix, suffix);

        notation.TryRead(text, out var value).ShouldBeTrue();
        notation.TryRead("12", out _).ShouldBeFalse();

        value.ShouldBe(expected);
    }
}
