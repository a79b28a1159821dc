using MonitoringDemo.Demo.Labs;

namespace MonitoringDemo.Demo.Tests.Labs;

public sealed class SideBySideTests
{
    [Fact]
    public void What_both_have_stands_on_one_line_and_what_differs_is_marked()
    {
        string[] left = ["a", "b", "c", "end"], right = ["a", "B", "c", "more", "end"];

        var lines = SideBySide.Lines(left, right, 63).ToList();

        lines.Select(line => (line[0], line[31], line.Length > 33 ? line[33] : ' ')).ShouldBe([('a', ' ', 'a'), ('b', '|', 'B'), ('c', ' ', 'c'), (' ', '>', 'm'), ('e', ' ', 'e')]);
    }

    [Fact]
    public void A_line_that_is_too_long_is_folded_and_nothing_of_it_is_lost()
    {
        var text = string.Concat(Enumerable.Range(0, 100).Select(i => (char)('a' + (i % 26))));

        var lines = SideBySide.Lines([], [text], 63).ToList();

        lines.Count.ShouldBe(4);
        string.Concat(lines.Select(line => line[33..])).ShouldBe(text);
    }
}
