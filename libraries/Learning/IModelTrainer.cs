using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning;

/// <summary>An extension point: turns labelled rows into a model. Pure: the same arguments give the same bytes.</summary>
/// <remarks>Implementations have a public parameterless constructor and are found by scanning assemblies.</remarks>
public interface IModelTrainer
{
    /// <summary>Unique, lower-case, for instance <c>logistic-regression</c>.</summary>
    string Name { get; }

    /// <summary>True for a trainer that exists to be caught by a gate; it runs only where drills are allowed.</summary>
    bool IsDrill => false;

    /// <summary>Why it cannot train on this machine, in a sentence that says what to use instead; null where it can. Its models score everywhere.</summary>
    string? Unavailable => null;

    /// <summary>What a training would cost, in rows visited: an estimate for budgets, the same on every machine.</summary>
    /// <param name="rows">How many rows it would be given.</param>
    /// <param name="parameters">As for <see cref="Train"/>; what cannot be used counts as missing.</param>
    long Work(int rows, IReadOnlyDictionary<string, double> parameters) => 10L * rows;

    /// <summary>Trains on every row given.</summary>
    /// <param name="data">At least one row of each class.</param>
    /// <param name="parameters">Settings by name; unknown names are refused, missing ones have documented defaults.</param>
    /// <param name="seed">Any randomness comes from here.</param>
    /// <exception cref="TrainingException">The rows or the parameters do not allow training; the message says what to mend.</exception>
    IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed);
}
