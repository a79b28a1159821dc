using System.Reflection;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Shows candidates to a participant's gate that are known to be bad for some, or no worse than the champion.</summary>
internal sealed class GateTrial(IGate gate)
{
    private const int Holdouts = 100;
    private const int RowsOfAHoldout = 200;
    private const int MostRejected = 5;
    private const int RowsToShow = 800;
    private const long FarFromTraining = 50_000;

    private static readonly LabWorld Changed = new(new MajorKeysFlip(), seed: 11, onset: 10_000, songs: long.MaxValue);
    private static readonly SongWorld Songs = SongWorld.Of(Changed.Scenario, Changed.Manifest, Changed.Seed);
    private static readonly SongWorld Unchanged = SongWorld.Of(new MajorKeysFlip(), Changed.Manifest with { Onset = long.MaxValue }, Changed.Seed);
    private static readonly IModel Champion = Train("binned-logistic", NaiveRetraining.Rows(Songs, 0, 3_000));

    private readonly Lazy<(bool Passed, string Evidence)> _bad = new(() => gate.Judge(Of(new MajorKeysTrainer().Train(NaiveRetraining.Rows(Songs, 10_000, 2_000), new Dictionary<string, double>(), 1), Bad)));

    private static readonly DataSet Bad = NaiveRetraining.Rows(Songs, 12_000, RowsToShow);

    /// <summary>The one gate of an assembly; or what is wrong.</summary>
    public static (IGate? Gate, string Says) Find(Assembly assembly)
    {
        var own = OwnGates.In(assembly).ToList();
        if (own.Count != 1) return (null, $"There are {own.Count} public classes that implement IGate; one is wanted.");
        if (own[0].GetConstructor(Type.EmptyTypes) is not { } constructor) return (null, $"{own[0].Name} needs a public constructor without parameters in this lab.");
        var gate = (IGate)constructor.Invoke(null);
        return gate.Order is > 30 and < 50
            ? (gate, $"The gate '{gate.Name}' stands at {gate.Order}, after 'quality' (30) and before 'signed' (50).")
            : (null, $"The gate '{gate.Name}' stands at {gate.Order}; between 'quality' (30) and 'signed' (50) is its place.");
    }

    /// <summary>A candidate that is better on the whole, and takes the new taste for everybody's.</summary>
    public bool Catches(out string says)
    {
        var (passed, evidence) = _bad.Value;
        says = passed
            ? $"A candidate got through that answers 8 of 10 songs in a minor key wrong, where the champion answers 8 of 10 right: {evidence}"
            : $"It stops a candidate that is better on the whole, and wrong for minor keys: {evidence}";
        return !passed;
    }

    /// <summary>Its evidence names the group: who reads the rejection has to know where to look.</summary>
    public bool NamesTheSlice(out string says)
    {
        var names = _bad.Value.Evidence.Contains("mode=0", StringComparison.OrdinalIgnoreCase);
        says = names ? "Its evidence names the group, mode=0." : $"Its evidence does not name the group as mode=0: '{_bad.Value.Evidence}'. Who reads it has to know where to look.";
        return names;
    }

    /// <summary>Candidates that are as good as the champion, on a hundred small holdouts: what differs there is chance.</summary>
    public bool Spares(out string says)
    {
        var equal = Train("binned-logistic", NaiveRetraining.Rows(Songs, 3_000, 3_000));
        var rejected = Enumerable.Range(0, Holdouts).Count(i => !gate.Judge(Of(equal, NaiveRetraining.Rows(Unchanged, FarFromTraining + (i * RowsOfAHoldout), RowsOfAHoldout))).Passed);
        says = $"Of {Holdouts} candidates that are as good as the champion it rejects {rejected}{(rejected <= MostRejected ? "." : $"; at most {MostRejected}. In a group of a few rows chance alone makes differences.")}";
        return rejected <= MostRejected;
    }

    private static IModel Train(string trainer, DataSet rows) => TrainerCatalog.Get(trainer).Train(rows, new Dictionary<string, double>(), seed: 1);

    private static Candidate Of(IModel model, DataSet holdout) => new(model, model.ToArtifact(), (1, 1), Champion, holdout, Tried: 1, Proof: null);
}
