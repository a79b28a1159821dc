using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Train;

/// <summary>What a training run tries: <c>Retraining:Candidates</c>, or one trainer alone.</summary>
internal sealed class Recipes(TrainingOptions options)
{
    private readonly IReadOnlyList<Recipe> _candidates = Read(options);

    /// <summary>The recipes in an option; none when it is empty.</summary>
    /// <exception cref="FormatException">One cannot be read.</exception>
    public static IReadOnlyList<Recipe> Read(TrainingOptions options) =>
        [.. options.Candidates.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Recipe.Parse)];

    /// <summary>What a run tries: all candidates, or the trainer that was asked for by name, with the settings that it has among them.</summary>
    /// <param name="trainer">Its name; empty for all candidates.</param>
    public IReadOnlyList<Recipe> For(string trainer) =>
        trainer.Length == 0 ? _candidates : [_candidates.FirstOrDefault(recipe => recipe.Trainer == trainer) ?? Recipe.Of(trainer)];

    /// <summary>For people: the trainer, with its settings only where it competes with itself.</summary>
    public string NameOf(Recipe recipe) => _candidates.Count(candidate => candidate.Trainer == recipe.Trainer) > 1 ? recipe.ToString() : recipe.Trainer;

    /// <summary>What the standing challenger is made with: the champion's recipe has won on these rows already. One that is no candidate, because
    /// somebody ordered it by hand, is not repeated: then the first.</summary>
    public Recipe ForChallengerOf(VersionRecord champion)
    {
        var recipes = For(options.Trainer);
        return recipes.FirstOrDefault(recipe => recipe.Trainer == champion.Trainer && Recipe.Words(recipe.Parameters) == Recipe.Words(champion.Parameters)) ?? recipes[0];
    }
}
