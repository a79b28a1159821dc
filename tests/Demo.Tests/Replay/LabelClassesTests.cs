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
            .ShouldBe("songs.csv, from line 2 on, column 'hit': only one class, '0'; a label has two or more.");
    }

    [Fact]
    public void One_class_in_the_warm_up_is_refused()
    {
        var table = Csv.Table("x,hit\n1,0\n2,0\n3,1\n");

        Should.Throw<UnusableInputException>(() => LabelClasses.Infer(table, 1, 2)).Message
            .ShouldBe("songs.csv, from line 2 on, column 'hit': only the class '0' in the first 2 rows; a longer --warmup may hold both.");
    }

    [Fact]
    public void Three_classes_stand_in_the_order_of_their_numbers_or_texts_with_those_of_later_rows()
    {
        var numbers = Csv.Table("x,hit\n1,10\n2,9\n3,2.0\n4,2\n");
        var texts = Csv.Table("x,hit\n1,rock\n2,jazz\n3,pop\n");

        var byNumber = LabelClasses.Infer(numbers, 1, 2);
        var byText = LabelClasses.Infer(texts, 1, 2, others: () => ["folk", "rock"]);

        byNumber.Many.ShouldBe(["2.0", "9", "10"]);
        byNumber.LabelOf("2").ShouldBe(0);
        byText.Many.ShouldBe(["folk", "jazz", "pop", "rock"]);
        byText.LabelOf("blues").ShouldBe(-1);
        byText.Task!.Classes.ShouldBe(4);
    }

    [Fact]
    public void A_256th_class_is_refused_where_it_first_stands()
    {
        var table = Csv.Table("hit", 300, row => $"c{row}");

        Should.Throw<UnusableInputException>(() => LabelClasses.Infer(table, 0, 100)).Message
            .ShouldBe("songs.csv, line 257, column 'hit': 'c255' is one class more than 255, the most that a label can have; a number of many values cannot be predicted.");
    }

    [Fact]
    public void A_missing_label_is_refused_where_it_stands()
    {
        var table = Csv.Table("x,hit\n1,0\n2,?\n");

        Should.Throw<UnusableInputException>(() => LabelClasses.Infer(table, 1, 1)).Message
            .ShouldBe("songs.csv, line 3, column 'hit': the label is missing.");
    }
}
