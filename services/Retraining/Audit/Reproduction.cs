using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Audit;

/// <summary>Trains a registered version again from its snapshot, recipe and seed, here: on another machine or from another checkout the same bytes are due.</summary>
public static class Reproduction
{
    /// <param name="journal">The registry's journal.</param>
    /// <param name="blobs">Its artifacts and snapshots.</param>
    /// <param name="version">Which version.</param>
    /// <param name="trainers">Those that this build has.</param>
    /// <exception cref="AuditException">There is no such version, its rows or its artifact are not there or are others, or nothing here can train it; the message says which.</exception>
    public static ReproducedVersion Of(IJournal journal, IBlobStore blobs, int version, IReadOnlyList<IModelTrainer> trainers)
    {
        var record = RegistryReader.FindKept(journal, version);
        var trainer = trainers.FirstOrDefault(each => each.Name == record.Trainer)
            ?? throw new AuditException($"Version {version} was made by the trainer '{record.Trainer}', which this build does not have.");
        if (trainer.Unavailable is { } why) throw new AuditException($"The trainer '{record.Trainer}' cannot train here: {why}");

        var rows = RecordedParts.Rows(record, blobs);
        var model = Train(trainer, rows, record);
        var difference = Evaluator.Score(RecordedParts.Model(record, blobs), rows).Zip(Evaluator.Score(model, rows), Evaluator.Distance).Max();
        return new ReproducedVersion(version, rows.Count, record.Sha256, ModelArtifact.Sha256(model.ToArtifact()), difference, [.. Differences(record)]);
    }

    private static IModel Train(IModelTrainer trainer, DataSet rows, VersionRecord record)
    {
        try
        {
            return trainer.Train(rows, record.Parameters, record.Seed);
        }
        catch (TrainingException e)
        {
            throw new AuditException($"Version {record.Version} cannot be trained again here: {e.Message}", e);
        }
    }

    private static IEnumerable<string> Differences(VersionRecord record)
    {
        if (record.ErasedRows is { } erased) yield return $"rows: {erased} of those that it learned from were erased since, so that other bytes are due";
        if (record.CodeCommit != Build.Code) yield return $"code: {record.CodeCommit} then, {Build.Code} now";
        if (record.Runtime is { } runtime && runtime != Build.Runtime) yield return $"runtime: {runtime} then, {Build.Runtime} now";
    }
}
