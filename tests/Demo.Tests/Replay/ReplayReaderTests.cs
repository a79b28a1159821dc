using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class ReplayReaderTests
{
    [Fact]
    public void Rows_are_sorted_by_time_and_equal_times_keep_their_order()
    {
        var table = Csv.Table("when,x,hit\n2020-03-01,1,0\n2020-01-01,2,1\n2020-03-01,3,0\n2020-02-01 10:00,4,1\n2020-02-01 09:00,5,0\n");

        var world = Csv.World(table, Csv.Settings(time: "when", warmup: 3));

        Csv.Values(world).ShouldBe([2, 5, 4, 1, 3]);
        Csv.Labels(world).ShouldBe([1, 0, 1, 0, 0]);
    }

    [Fact]
    public void Labels_of_three_classes_are_numbered_and_a_class_that_only_later_rows_have_is_one_of_them()
    {
        var table = Csv.Table("x,kind\n1,rock\n2,jazz\n3,pop\n4,folk\n5,rock\n");

        var world = Csv.World(table, Csv.Settings(warmup: 3, label: "kind"));

        world.Schema.Task.ClassNames.ShouldBe(["folk", "jazz", "pop", "rock"]);
        Csv.Labels(world).ShouldBe([3, 1, 2, 0, 3]);
    }

    [Fact]
    public void A_delay_by_class_is_for_two_classes()
    {
        var table = Csv.Table("x,kind\n1,rock\n2,jazz\n3,pop\n4,folk\n5,rock\n");
        var settings = Csv.Settings(warmup: 3, label: "kind") with { Outcomes = new LossyDelay(new ClassDelay(new ConstantDelay(0), new ConstantDelay(5)), 0.1, 1) };

        Should.Throw<UnusableInputException>(() => Csv.World(table, settings)).Message.ShouldContain("for a label of two classes; 'kind' has 4");
    }

    [Fact]
    public void A_time_that_is_none_is_refused_by_line()
    {
        var table = Csv.Table("when,x,hit\n2020-03-01,1,0\nsoon,2,1\n2020-03-01,3,0\n");

        Should.Throw<UnusableInputException>(() => Csv.World(table, Csv.Settings(time: "when", warmup: 2))).Message
            .ShouldBe("songs.csv, line 3, column 'when': 'soon' is not a date to sort by (--time).");
    }

    [Fact]
    public void Missing_is_NaN_and_an_unknown_category_is_one_past_the_last()
    {
        var table = Csv.Table("x,c,hit\n1,a,0\n2,b,1\n?,z,0\n4,NA,1\n");

        var world = Csv.World(table, Csv.Settings(warmup: 2));

        Csv.Values(world).ShouldBe([1, 0, 2, 1, double.NaN, 2, 4, double.NaN]);
        world.Schema.Features.Select(f => (f.Name, f.Kind)).ShouldBe([("x", FeatureKind.Numeric), ("c", FeatureKind.Categorical)]);
    }

    [Fact]
    public void Text_among_numbers_after_the_warm_up_counts_as_missing_and_is_told_by_line()
    {
        var table = Csv.Table("x,hit\n1,0\n2,1\nthree,0\n");

        var world = Csv.World(table, Csv.Settings(warmup: 2));

        Csv.Values(world).ShouldBe([1, 2, double.NaN]);
        world.Columns[0].Note.ShouldBe("after the warm-up 1 of 3 values are no numbers and count as missing: 'three' in line 4");
    }

    [Theory]
    [InlineData(200, 100)]
    [InlineData(1000, 200)]
    [InlineData(30_000, 5000)]
    public void The_warm_up_is_a_fifth_but_at_least_100_and_at_most_5000(int rows, int warmup)
    {
        var table = Csv.Table("x,hit", rows, row => $"{row},{row % 2}");

        Csv.World(table, Csv.Settings()).Warmup.ShouldBe(warmup);
    }

    [Fact]
    public void A_file_that_is_all_warm_up_is_refused()
    {
        var table = Csv.Table("x,hit", 100, row => $"{row},{row % 2}");

        Should.Throw<UnusableInputException>(() => Csv.World(table, Csv.Settings())).Message
            .ShouldBe("songs.csv: 100 rows leave none to serve after a warm-up of 100 (--warmup).");
    }

    [Fact]
    public void The_world_gives_back_any_stretch_of_the_file()
    {
        var table = Csv.Table("x,hit", 10, row => $"{row},{row % 2}");
        var world = Csv.World(table, Csv.Settings(warmup: 4));
        var (features, labels) = (new double[3], new byte[3]);

        world.Generate(5, features, labels);

        features.ShouldBe([5, 6, 7]);
        labels.ShouldBe([1, 0, 1]);
    }
}
