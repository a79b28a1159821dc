using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>Read back from its bytes, the model answers every row with a probability, and the same one.</summary>
internal sealed class FiniteGate(IEnumerable<IModelFormat>? formats = null) : IGate
{
    private readonly IModelFormat[] _formats = [.. formats ?? []];

    public string Name => "finite";

    public int Order => 20;

    public bool JudgesTheFirst => true;

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        IModel readBack;
        try
        {
            readBack = ModelArtifact.Read(candidate.Artifact, _formats);
        }
        catch (InvalidModelArtifactException e)
        {
            return (false, $"it cannot be read back: {e.Message.TrimEnd('.')}");
        }

        var (rows, schema) = (candidate.Holdout, candidate.Model.Schema);
        var nothing = new double[schema.Count];
        Array.Fill(nothing, double.NaN);
        if (!schema.Task.IsScore(readBack.Score(nothing))) return (false, "a row of missing values gets no probability");

        for (var i = 0; i < rows.Count; i++)
        {
            var score = readBack.Score(rows.Row(i));
            if (!schema.Task.IsScore(score)) return (false, $"row {rows.RowNumbers[i]} gets no probability");
            if (score != candidate.Model.Score(rows.Row(i))) return (false, $"row {rows.RowNumbers[i]} gets another answer once the model is read back");
        }

        return (true, $"{rows.Count} rows and a row of missing values all get a probability, also once read back");
    }
}
