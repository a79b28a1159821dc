using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class LabelClassesTests
{
    [Theory]
    [InlineData("0", "1", "1")]
    [InlineData("1", "0", "1")]
    [InlineData("yes", "no", "yes")]
    [InlineData("True", "False", "True")]
    [InlineData("1", "2", "1")]
    [InlineData("-1.0", "10", "10")]
    [InlineData("9", "10", "10")]
    [InlineData("rock", "hip-hop", "rock")]
    [InlineData("Hip-Hop", "Rock", "Rock")]
    public void Class_1_is_the_well_known_positive_or_the_greater_one(string first, string second, string positive)
    {
        var table = Csv.Table("hit", 4, row => row % 2 == 0 ? first : second);

        LabelClasses.Infer(table, column: 0, warmup: 2).Positive.ShouldBe(positive);
    }

    [Fact]
    public void One_class_is_refused()
    {
        var table = Csv.Table("x,hit\n1,0\n2,0\n");

        Should.Throw<UnusableInputException>(() => LabelClasses.Infer(table, 1, 1)).Message
            .ShouldBe("songs.csv, from line 2 on, column 'hit': only one class, '0'; a label has two.");
    }

    [Fact]
    public void One_class_in_the_warm_up_is_refused()
    {
        var table = Csv.Table("x,hit\n1,0\n2,0\n3,1\n");

        Should.Throw<UnusableInputException>(() => LabelClasses.Infer(table, 1, 2)).Message
            .ShouldBe("songs.csv, from line 2 on, column 'hit': only the class '0' in the first 2 rows; a longer --warmup may hold both.");
    }

    [Fact]
    public void A_third_class_is_refused_where_it_first_stands()
    {
        var table = Csv.Table("x,hit\n1,0\n2,1\n3,maybe\n");

        Should.Throw<UnusableInputException>(() => LabelClasses.Infer(table, 1, 2)).Message
            .ShouldBe("songs.csv, line 4, column 'hit': a third class 'maybe' beside '0' and '1'; a label has two.");
    }

    [Fact]
    public void A_missing_label_is_refused_where_it_stands()
    {
        var table = Csv.Table("x,hit\n1,0\n2,?\n");

        Should.Throw<UnusableInputException>(() => LabelClasses.Infer(table, 1, 1)).Message
            .ShouldBe("songs.csv, line 3, column 'hit': the label is missing.");
    }
}
