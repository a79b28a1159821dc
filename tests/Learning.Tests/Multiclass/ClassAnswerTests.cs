using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Tests.Multiclass;

public class ClassAnswerTests
{
    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(0, 1.0)]
    [InlineData(3, 0.25)]
    [InlineData(254, 1.0)]
    [InlineData(254, 0.017)]
    public void Class_and_probability_are_in_the_number(int answered, double probability)
    {
        var score = ClassAnswer.Of(answered, probability);

        ClassAnswer.IsOne(score).ShouldBeTrue();
        ClassAnswer.ClassOf(score).ShouldBe((byte)answered);
        ClassAnswer.ProbabilityOf(score).ShouldBe(probability, 1e-12);
        Evaluator.Decide(score).ShouldBe((byte)answered);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.7)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-3.0)]
    [InlineData(300.0)]
    public void A_probability_and_what_is_no_score_are_not_taken_for_one(double score) => ClassAnswer.IsOne(score).ShouldBeFalse();

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void The_squared_error_is_least_for_the_probability_that_holds(double truth)
    {
        double Expected(double said) =>
            (truth * PairedLoss.Squared(ClassAnswer.Of(1, said), 1)) + ((1 - truth) * PairedLoss.Squared(ClassAnswer.Of(1, said), 0));

        var best = Enumerable.Range(0, 101).MinBy(percent => Expected(percent / 100.0));

        (best / 100.0).ShouldBe(truth, 1e-9);
        Expected(truth).ShouldBe((1 - (truth * truth)) / 2, 1e-9);
    }

    [Fact]
    public void A_schema_of_classes_is_read_back_and_one_of_two_is_as_it_was()
    {
        var features = new Feature[] { new("x", FeatureKind.Numeric, []) };
        var many = new FeatureSchema(features, "country", new MulticlassClassification(["ch", "de", "fr"]));

        var read = SchemaJson.Read(SchemaJson.Write(many));

        read.Task.ClassNames.ShouldBe(["ch", "de", "fr"]);
        SchemaJson.Write(read).ShouldBe(SchemaJson.Write(many));
        System.Text.Encoding.UTF8.GetString(SchemaJson.Write(new FeatureSchema(features, "hit")))
            .ShouldBe("""{"formatVersion":1,"task":"binary-classification","label":"hit","features":[{"name":"x","kind":"numeric","nullable":false}]}""");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(256)]
    public void Two_classes_and_more_than_255_are_no_such_task(int classes) =>
        Should.Throw<ArgumentException>(() => new MulticlassClassification([.. Enumerable.Range(0, classes).Select(k => $"c{k}")]));
}
