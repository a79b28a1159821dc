using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Tests.Schema;

public class FeatureSchemaTests
{
    [Fact]
    public void A_feature_that_occurs_twice_is_refused_by_its_name()
    {
        var build = () => new FeatureSchema([new("tempo", FeatureKind.Numeric, []), new("tempo", FeatureKind.Numeric, [])], "hit");

        build.ShouldThrow<ArgumentException>().Message.ShouldContain("'tempo' occurs twice");
    }

    [Fact]
    public void A_category_that_occurs_twice_in_one_feature_is_refused_by_its_name()
    {
        var build = () => new FeatureSchema([new("tempo", FeatureKind.Numeric, []), new("key", FeatureKind.Categorical, ["C", "D", "C"])], "hit");

        build.ShouldThrow<ArgumentException>().Message.ShouldContain("The category 'C' of the feature 'key' occurs twice");
    }

    [Fact]
    public void Two_features_may_share_a_category_and_its_case_tells_two_apart()
    {
        var schema = new FeatureSchema([new("key", FeatureKind.Categorical, ["C", "c"]), new("mode", FeatureKind.Categorical, ["C"])], "hit");

        schema.Features[0].Categories.ShouldBe(["C", "c"]);
        schema.IndexOf("mode").ShouldBe(1);
    }
}
