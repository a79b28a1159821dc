using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tests.Streams;

public sealed class StaggerTests
{
    private static readonly Stagger Stream = new("stagger", 1_200, 1_800);

    [Theory]
    [InlineData(0, "small red circle, small red square, small red triangle")]
    [InlineData(1, "small red circle, small blue circle, small green circle, small green square, small green triangle, " +
        "medium red circle, medium blue circle, medium green circle, medium green square, medium green triangle, " +
        "large red circle, large blue circle, large green circle, large green square, large green triangle")]
    [InlineData(2, "medium red circle, medium red square, medium red triangle, medium blue circle, medium blue square, medium blue triangle, " +
        "medium green circle, medium green square, medium green triangle, large red circle, large red square, large red triangle, " +
        "large blue circle, large blue square, large blue triangle, large green circle, large green square, large green triangle")]
    public void A_concept_says_yes_to_these_and_to_no_others(int concept, string yes)
    {
        string[] sizes = ["small", "medium", "large"], colours = ["red", "blue", "green"], shapes = ["circle", "square", "triangle"];

        var said =
            from size in Enumerable.Range(0, 3)
            from colour in Enumerable.Range(0, 3)
            from shape in Enumerable.Range(0, 3)
            where Stagger.Says(concept, size, colour, shape)
            select $"{sizes[size]} {colours[colour]} {shapes[shape]}";

        said.ShouldBe(yes.Split(", "), ignoreOrder: true);
    }

    [Fact]
    public void The_columns_name_their_categories_in_the_order_of_the_codes()
    {
        Stream.Columns.Select(column => string.Join(' ', column.Categories)).ShouldBe(["small medium large", "red blue green", "circle square triangle"]);
    }

    [Fact]
    public void Every_label_follows_the_concept_whose_turn_it_is()
    {
        var changes = Stream.Changes(20_000, 5);

        var rows = Stream.Make(20_000, 5).Select((row, i) => (row, Concept: changes.Count(change => change <= i) % 3));

        rows.ShouldAllBe(each => Stagger.Says(each.Concept, (int)each.row.Values[0], (int)each.row.Values[1], (int)each.row.Values[2]) == (each.row.Label == 1));
    }

    [Fact]
    public void Spells_are_as_long_as_was_asked_and_the_seed_draws_them()
    {
        var (changes, others) = (Stream.Changes(40_000, 1), Stream.Changes(40_000, 2));

        var spells = changes.Zip(changes.Prepend(Spells.Warmup), (end, begin) => end - begin).ToList();

        spells.ShouldAllBe(spell => spell >= 1_200 && spell <= 1_800);
        spells.Count.ShouldBeInRange(21, 31);
        changes.ShouldNotBe(others);
    }
}
