namespace MonitoringDemo.KeepingUp.Tests;

public sealed class KeepingUpOptionsTests
{
    private static readonly string[] Generated = ["sea", "sine"], Real = ["elec2"];

    [Theory]
    [InlineData("1..3", new ulong[] { 1, 2, 3 })]
    [InlineData("4", new ulong[] { 4 })]
    [InlineData("1, 5..6", new ulong[] { 1, 5, 6 })]
    public void Seeds_are_numbers_and_ranges(string text, ulong[] seeds) => KeepingUpOptions.Seeds(text).ShouldBe(seeds);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("3..1")]
    [InlineData("1..2..3")]
    [InlineData("-1")]
    public void Other_seeds_are_refused_in_one_line(string text) => Should.Throw<UnusableInputException>(() => KeepingUpOptions.Seeds(text)).Message.ShouldStartWith("--seeds");

    [Theory]
    [InlineData(null, new[] { "sea", "sine", "elec2" })]
    [InlineData("sine,sea", new[] { "sea", "sine" })]
    [InlineData("real", new[] { "elec2" })]
    [InlineData("generated", new[] { "sea", "sine" })]
    public void Streams_are_names_and_groups(string? text, string[] chosen) => KeepingUpOptions.Streams(text, Generated, Real).ShouldBe(chosen);

    [Fact]
    public void An_unknown_stream_is_refused_with_those_there_are()
    {
        var refusal = Should.Throw<UnusableInputException>(() => KeepingUpOptions.Streams("see", Generated, Real));

        refusal.Message.ShouldContain("sea, sine");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("soon")]
    public void Delays_are_whole_rows(string text) => Should.Throw<UnusableInputException>(() => KeepingUpOptions.Delays(text)).Message.ShouldStartWith("--delays");
}
