using System.Reflection;

namespace MonitoringDemo.Learning.Trainers;

/// <summary>Finds the trainers: every public, concrete <see cref="IModelTrainer"/> with a public parameterless constructor.</summary>
public static class TrainerCatalog
{
    /// <summary>The trainers of this library and of the assemblies given, sorted by name.</summary>
    /// <exception cref="InvalidOperationException">Two trainers have the same name.</exception>
    public static IReadOnlyList<IModelTrainer> Find(params Assembly[] assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        var trainers = Implementations.Of<IModelTrainer>(assemblies.Append(typeof(TrainerCatalog).Assembly), publicOnly: true)
            .Where(Implementations.NeedsNothing)
            .Make<IModelTrainer>()
            .OrderBy(trainer => trainer.Name, StringComparer.Ordinal)
            .ToArray();
        for (var i = 1; i < trainers.Length; i++)
        {
            if (trainers[i].Name == trainers[i - 1].Name)
                throw new InvalidOperationException($"{trainers[i - 1].GetType()} and {trainers[i].GetType()} are both called '{trainers[i].Name}'. Rename one.");
        }

        return trainers;
    }

    /// <summary>The trainer of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public static IModelTrainer Get(string name, params Assembly[] assemblies)
    {
        var trainers = Find(assemblies);
        return trainers.FirstOrDefault(trainer => trainer.Name == name)
            ?? throw new ArgumentException($"No trainer is called '{name}'. There are: {string.Join(", ", trainers.Select(t => t.Name))}.", nameof(name));
    }
}
