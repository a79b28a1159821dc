namespace MonitoringDemo.Retraining.Train;

/// <summary>What a training run tries: <c>Retraining:Candidates</c>, or without it the configured trainer alone.</summary>
internal sealed class Recipes(RetrainingOptions options)
{
    private readonly IReadOnlyList<Recipe> _candidates = Read(options);

    /// <summary>The recipes in an option; none when it is empty.</summary>
    /// <exception cref="FormatException">One cannot be read.</exception>
    public static IReadOnlyList<Recipe> Read(RetrainingOptions options) =>
        [.. options.Candidates.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Recipe.Parse)];

    /// <summary>What a run for this trainer tries: another trainer than the configured one was asked for by name, and is tried alone.</summary>
    public IReadOnlyList<Recipe> For(string trainer) => trainer == options.Trainer && _candidates.Count > 0 ? _candidates : [Single(trainer)];

    /// <summary>The one recipe of a trainer where there is no contest: for the first model and the standing challenger.</summary>
    public Recipe Single(string trainer) => _candidates.FirstOrDefault(recipe => recipe.Trainer == trainer) ?? Recipe.Of(trainer);
}
