using System.Globalization;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Train;

/// <summary>
/// Tells whether training has changed, by what it makes: every candidate is trained on rows that never change, of two classes and of three, and the hashes of the models are kept. Code, settings and packages that
/// make the same model are the same.
/// </summary>
internal sealed class TrainingCode(IReadOnlyList<IModelTrainer> trainers, Recipes recipes, TrainingOptions options)
{
    private const int Rows = 400;
    private const int HashLength = 16;
    private const string NoModel = "----------------";

    private static readonly Feature[] s_features = [new("a", FeatureKind.Numeric, []), new("b", FeatureKind.Numeric, [], Nullable: true), new("group", FeatureKind.Categorical, ["x", "y", "z"])];
    private static readonly FeatureSchema s_two = new(s_features, "label");
    private static readonly FeatureSchema s_three = new(s_features, "label", new MulticlassClassification(["low", "middle", "high"]));

    private readonly Lazy<IReadOnlyDictionary<string, string>> _now = new(() => Hashes(trainers, recipes.For(options.Trainer)));
    private bool _isCompared;

    /// <summary>The hash of each candidate's model, by its recipe.</summary>
    public IReadOnlyDictionary<string, string> Now => _now.Value;

    /// <summary>Compares with what was last noted, once a process, and notes what is different.</summary>
    /// <param name="registry">Where it stands.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="row">One past the last row read.</param>
    public void Compare(Registry registry, string model, long row)
    {
        if (_isCompared) return;
        _isCompared = true;
        if (registry.State.TrainingCode is not { } before || What(before) is not { Length: > 0 } what) return;
        registry.Append(row, [new TrainingCodeChanged(string.Create(CultureInfo.InvariantCulture, $"{model}-code-{row}"), what, Now)]);
    }

    private string What(IReadOnlyDictionary<string, string> before) => string.Join("; ", new[]
    {
        ("makes another model of the same rows", Now.Where(now => before.TryGetValue(now.Key, out var then) && then != now.Value)),
        ("is a new candidate", Now.Where(now => !before.ContainsKey(now.Key))),
        ("is none any more", before.Where(then => !Now.ContainsKey(then.Key))),
    }.SelectMany(change => change.Item2.Select(candidate => $"{candidate.Key} {change.Item1}")));

    private static SortedDictionary<string, string> Hashes(IReadOnlyList<IModelTrainer> trainers, IReadOnlyList<Recipe> recipes)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var recipe in recipes)
        {
            // What cannot train here makes no model, here.
            if (trainers.FirstOrDefault(trainer => trainer.Name == recipe.Trainer) is { Unavailable: null } trainer) hashes[recipe.ToString()] = Hash(trainer, recipe);
        }

        return hashes;
    }

    // Two classes and more are learned by code of their own.
    private static string Hash(IModelTrainer trainer, Recipe recipe) => Hash(trainer, recipe, UnchangingRows(s_two)) + Hash(trainer, recipe, UnchangingRows(s_three));

    private static string Hash(IModelTrainer trainer, Recipe recipe, DataSet rows)
    {
        try
        {
            return ModelArtifact.Sha256(trainer.Train(rows, recipe.Parameters, seed: 1).ToArtifact())[..HashLength];
        }
        catch (TrainingException)
        {
            // Settings for many rows, or a trainer of two classes: that it makes no model of these rows is what is kept.
            return NoModel;
        }
    }

    private static DataSet UnchangingRows(FeatureSchema schema)
    {
        var random = new SplitMix64(1);
        var (values, labels, numbers) = (new double[Rows * s_features.Length], new byte[Rows], new long[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            var (a, b, group) = (random.NextNormal(), random.NextNormal(), random.NextInt(3));
            (values[row * 3], values[(row * 3) + 1], values[(row * 3) + 2]) = (a, random.NextInt(20) == 0 ? double.NaN : b, group);
            // Of n classes as many times out of n − 1 as the coin falls.
            for (var coin = 1; coin < schema.Task.Classes; coin++) labels[row] += (byte)(random.NextDouble() < Deterministic.Sigmoid(a - (b * b) + group) ? 1 : 0);
            numbers[row] = row;
        }

        return new DataSet(schema, values, labels, numbers);
    }
}
