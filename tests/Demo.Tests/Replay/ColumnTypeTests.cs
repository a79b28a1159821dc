using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class ColumnTypeTests
{
    [Theory]
    [InlineData("None")]
    [InlineData("-")]
    [InlineData("#N/A")]
    [InlineData("<NA>")]
    [InlineData("\\N")]
    [InlineData("-nan")]
    [InlineData("NaT")]
    public void What_programs_write_for_a_missing_value_is_one_and_decides_nothing(string marker)
    {
        var table = Csv.Table("x,hit", 600, row => $"{(row == 17 ? marker : row + 0.5)},{row % 2}");

        var column = SchemaInference.Infer(table, Csv.Settings(), warmup: 600)[0];

        (column.Use, column.Missing, column.Note).ShouldBe((ColumnUse.Numeric, 1, ""));
    }

    [Theory]
    [InlineData("inf")]
    [InlineData("n. a. yet")]
    [InlineData("12a")]
    public void One_odd_cell_among_numbers_counts_as_missing_and_is_named_by_line(string odd)
    {
        var table = Csv.Table("x,hit", 600, row => $"{(row == 17 ? odd : row + 0.5)},{row % 2}");

        var column = SchemaInference.Infer(table, Csv.Settings(), warmup: 600)[0];

        (column.Use, column.Missing).ShouldBe((ColumnUse.Numeric, 1));
        column.Note.ShouldBe($"1 of 600 values are no numbers and count as missing: '{odd}' in line 19");
    }

    [Fact]
    public void A_column_that_is_often_text_stays_text_and_says_what_makes_it_so()
    {
        var table = Csv.Table("x,y,hit", 100, row => $"{(row % 5 == 0 ? "A7" : "12")},1,{row % 2}");

        var column = SchemaInference.Infer(table, Csv.Settings(), warmup: 100)[0];

        column.Use.ShouldBe(ColumnUse.Categorical);
        column.Note.ShouldBe("2 categories; 80 of them are numbers, 'A7' in line 2 is none (--missing 'A7' if it means that there is no value)");
    }

    [Fact]
    public void What_the_command_names_as_missing_is_all_that_is()
    {
        var table = Csv.Table("x,y,hit", 100, row => $"{(row % 5 == 0 ? "-99" : row)},{(row % 2 == 0 ? "NA" : "DE")},{row % 2}");

        var world = Csv.World(table, Csv.Settings(warmup: 50) with { Missing = ["-99"] });

        world.Columns[0].Missing.ShouldBe(10);
        world.Columns[1].Categories.ShouldBe(["DE", "NA"]);
        Csv.Values(world).Count(double.IsNaN).ShouldBe(20);
    }

    [Fact]
    public void A_decimal_comma_is_found_and_holds_for_columns_that_leave_it_open()
    {
        var table = Csv.Table("a;b;hit", 200, row => FormattableString.Invariant($"{row},5;1.{row % 900 + 100};{row % 2}"));

        var world = Csv.World(table, Csv.Settings(warmup: 100));

        world.Columns.Select(column => column.Use).ShouldBe([ColumnUse.Numeric, ColumnUse.Numeric, ColumnUse.Label]);
        world.Columns[0].Note.ShouldBe("with decimal comma");
        Csv.Values(world)[..4].ShouldBe([0.5, 1_100, 1.5, 1_101]);
    }

    [Fact]
    public void A_comma_that_can_be_either_is_refused_with_the_mend()
    {
        var table = Csv.Table("a;hit", 200, row => FormattableString.Invariant($"{1 + (row % 9)},{100 + row};{row % 2}"));

        Should.Throw<UnusableInputException>(() => Csv.World(table, Csv.Settings(warmup: 100))).Message
            .ShouldBe("songs.csv, line 2, column 'a': '1,100' has a comma that can part thousands or be the decimal sign; say which, with --decimal . or --decimal ,");

        Csv.Values(Csv.World(table, Csv.Settings(warmup: 100) with { DecimalSign = ',' }))[0].ShouldBe(1.1);
        Csv.Values(Csv.World(table, Csv.Settings(warmup: 100) with { DecimalSign = '.' }))[0].ShouldBe(1_100);
    }

    [Theory]
    [InlineData("{0} %", "without '%'")]
    [InlineData("{0}%", "without '%'")]
    [InlineData("${0}.50", "without '$'")]
    [InlineData("{0} kg", "without 'kg'")]
    [InlineData("{0},5 €", "with decimal comma, without '€'")]
    public void Percent_currency_and_unit_are_taken_off(string form, string note)
    {
        var table = Csv.Table("a;hit", 200, row => FormattableString.Invariant($"{form.Replace("{0}", $"{row}", StringComparison.Ordinal)};{row % 2}"));

        var column = SchemaInference.Infer(table, Csv.Settings(), warmup: 200)[0];

        (column.Use, column.Note).ShouldBe((ColumnUse.Numeric, note));
    }

    [Theory]
    [InlineData("A{0}")]
    [InlineData("{0}B")]
    [InlineData("10.0.0.{0}")]
    [InlineData("2020-01-{0}")]
    [InlineData("+49 30 {0}-1")]
    public void Numbers_within_names_make_no_number(string form)
    {
        var table = Csv.Table("a;b;hit", 200, row => FormattableString.Invariant($"{form.Replace("{0}", $"{row + 10}", StringComparison.Ordinal)};1;{row % 2}"));

        SchemaInference.Infer(table, Csv.Settings(), warmup: 200)[0].Use.ShouldBe(ColumnUse.LeftOut);
    }

    [Theory]
    [InlineData(180, 180, ColumnUse.LeftOut)]
    [InlineData(180, 60, ColumnUse.Categorical)]
    [InlineData(180, 61, ColumnUse.LeftOut)]
    [InlineData(3_000, 200, ColumnUse.Categorical)]
    [InlineData(3_000, 201, ColumnUse.LeftOut)]
    public void How_many_categories_there_may_be_depends_on_the_rows(int rows, int different, ColumnUse use)
    {
        var table = Csv.Table("a,b,hit", rows, row => $"song {row % different},1,{row % 2}");

        SchemaInference.Infer(table, Csv.Settings(), warmup: rows)[0].Use.ShouldBe(use);
    }

    [Fact]
    public void The_row_numbers_that_pandas_writes_without_a_name_are_no_feature()
    {
        var table = Csv.Table(",x,hit", 200, row => $"{row},{row * 0.5},{row % 2}");

        var columns = SchemaInference.Infer(table, Csv.Settings(), warmup: 100);

        (columns[0].Name, columns[0].Use).ShouldBe(("Unnamed: 0", ColumnUse.Ignored));
    }

    [Theory]
    [InlineData("Weight, kg")]
    [InlineData("\"Weight, kg\"")]
    [InlineData("x,\"Weight, kg\"")]
    [InlineData("x", "Weight, kg")]
    public void A_name_that_holds_a_comma_can_be_ignored(params string[] ignore)
    {
        var table = Csv.Table("\"Weight, kg\",x,y,hit\n1,2,3,0\n2,3,4,1\n");

        var columns = SchemaInference.Infer(table, Csv.Settings(ignore: ignore), warmup: 2);

        columns[0].Use.ShouldBe(ColumnUse.Ignored);
        columns[1].Use.ShouldBe(ignore.Any(text => text.StartsWith('x')) ? ColumnUse.Ignored : ColumnUse.Numeric);
    }

    [Fact]
    public void A_label_is_the_same_class_however_its_number_is_written()
    {
        var table = Csv.Table("x,hit", 8, row => $"{row},{(row % 4) switch { 0 => "0", 1 => "1.0", 2 => "0.0", _ => "1" }}");

        Csv.Labels(Csv.World(table, Csv.Settings(warmup: 4))).ShouldBe([0, 1, 0, 1, 0, 1, 0, 1]);
    }
}
