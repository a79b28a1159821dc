using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class RecipeTests
{
    [Fact]
    public void A_recipe_is_a_trainer_and_its_settings_sorted_by_name()
    {
        var recipe = Recipe.Parse("  gradient-boosting  trees=60   rate=0.05 ");

        recipe.Trainer.ShouldBe("gradient-boosting");
        recipe.ToString().ShouldBe("gradient-boosting rate=0.05 trees=60");
        Recipe.Parse("binned-logistic").ToString().ShouldBe("binned-logistic");
    }

    [Theory]
    [InlineData("binned-logistic bins", "'bins'")]
    [InlineData("binned-logistic bins=many", "'bins=many'")]
    [InlineData("binned-logistic =3", "'=3'")]
    [InlineData("binned-logistic bins=3 bins=4", "'bins' twice")]
    public void What_is_no_setting_is_refused_by_name(string text, string named)
    {
        Should.Throw<FormatException>(() => Recipe.Parse(text)).Message.ShouldContain(named);
    }

    [Theory]
    [InlineData("magic", "binned-logistic")]
    [InlineData("binned-logistic; gradient-boosting trees=0", "'trees' between 1")]
    [InlineData("binned-logistic leaves=3", "'leaves'")]
    [InlineData("binned-logistic bins", "name=number")]
    public void Candidates_that_could_never_be_tried_are_refused_at_the_start_with_the_option_and_the_mend(string candidates, string mend)
    {
        var result = new CandidatesCheck(TrainerCatalog.Find()).Validate(null, new TrainingOptions { Candidates = candidates });

        result.FailureMessage.ShouldNotBeNull().ShouldStartWith("Retraining:Candidates: ");
        result.FailureMessage.ShouldContain(mend);
    }

    [Theory]
    [InlineData("", "", "Retraining:Candidates: there is nothing to try")]
    [InlineData("magic", "binned-logistic", "Retraining:Trainer: There is no trainer 'magic'; known are ")]
    public void A_service_that_would_have_nothing_to_train_is_refused_at_the_start(string trainer, string candidates, string why)
    {
        var result = new CandidatesCheck(TrainerCatalog.Find()).Validate(null, new TrainingOptions { Trainer = trainer, Candidates = candidates });

        result.FailureMessage.ShouldNotBeNull().ShouldStartWith(why);
    }

    [Theory]
    [InlineData("elsewhere", "binned-logistic", "Retraining:Trainer: Not here; use binned-logistic.")]
    [InlineData("", "binned-logistic; elsewhere", "Retraining:Candidates: Not here; use binned-logistic.")]
    public void A_trainer_that_cannot_train_on_this_machine_is_refused_at_the_start_with_its_reason(string trainer, string candidates, string why)
    {
        var result = new CandidatesCheck([.. TrainerCatalog.Find(), new ElsewhereTrainer()]).Validate(null, new TrainingOptions { Trainer = trainer, Candidates = candidates });

        result.FailureMessage.ShouldBe(why);
    }

    [Theory]
    [InlineData(" ; ", "Retraining:ChallengerWindows: name at least one number of rows")]
    [InlineData("1000; few", "'few' in Retraining:ChallengerWindows is no number of rows")]
    public void Windows_of_challengers_that_are_none_are_refused_at_the_start(string windows, string why)
    {
        var result = new ChallengerWindowsCheck().Validate(null, new ChallengerOptions { ChallengerWindows = windows });

        result.FailureMessage.ShouldNotBeNull().ShouldStartWith(why);
    }

    [Fact]
    public void Those_that_can_are_taken_in_their_order_and_a_trainer_asked_for_by_name_is_tried_alone()
    {
        var options = new TrainingOptions { Candidates = "gradient-boosting trees=5; binned-logistic bins=31;" };
        var recipes = new Recipes(options);

        new CandidatesCheck(TrainerCatalog.Find()).Validate(null, options).Succeeded.ShouldBeTrue();
        recipes.For("").Select(recipe => $"{recipe}").ShouldBe(["gradient-boosting trees=5", "binned-logistic bins=31"]);
        recipes.For("binned-logistic").Select(recipe => $"{recipe}").ShouldBe(["binned-logistic bins=31"]);
        recipes.For("shuffled-labels").Select(recipe => $"{recipe}").ShouldBe(["shuffled-labels"]);
    }
}
