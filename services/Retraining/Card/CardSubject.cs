using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Report;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Card;

/// <summary>Everything that a card is made of.</summary>
/// <param name="Version">The version's record.</param>
/// <param name="State">The registry as it stands now.</param>
/// <param name="Entries">The journal.</param>
/// <param name="Model">The registered model.</param>
/// <param name="Learned">The rows that it was trained on.</param>
/// <param name="Later">Rows with outcomes that came after it was registered, whoever answered them; null when the log holds none.</param>
/// <param name="Said">What people said of the model.</param>
internal sealed record CardSubject(
    VersionRecord Version, RegistryState State, IReadOnlyList<JournalEntry> Entries, IModel Model, DataSet Learned, DataSet? Later, CardOptions Said)
{
    /// <summary>Rows after its registration that are looked at: the first ones, so that a card stays what it is.</summary>
    private const int MostLaterRows = 5_000;

    public FeatureSchema Schema => Learned.Schema;

    /// <summary>Each feature with its share of what moves the scores, strongest first; in schema order where that was not measured.</summary>
    public IReadOnlyList<(int Feature, double? Share)> Strongest =>
        Version.Importance is { } shares && shares.Count == Schema.Count
            ? [.. shares.Select((share, i) => (i, (double?)share)).OrderByDescending(feature => feature.Item2)]
            : [.. Enumerable.Range(0, Schema.Count).Select(i => (i, (double?)null))];

    /// <exception cref="AuditException">There is no such version, or what the registry keeps of it is gone or altered; the message says which.</exception>
    public static CardSubject Read(IJournal journal, IBlobStore blobs, IInferenceLog log, int version, CardOptions said)
    {
        var record = RegistryReader.FindKept(journal, version);
        var entries = JournalEntry.In(journal).ToList();
        var later = LoggedRows.Read(log, record.RegisteredAtRow, record.RegisteredAtRow + MostLaterRows).Labelled();
        var learned = RecordedParts.Rows(record, blobs);
        var isOfItsSchema = later?.Schema.Features.Select(feature => feature.Name).SequenceEqual(learned.Schema.Features.Select(feature => feature.Name)) ?? false;
        return new CardSubject(record, entries.Aggregate(RegistryState.Empty, RegistryFold.Apply), entries, RecordedParts.Model(record, blobs), learned, isOfItsSchema ? later : null, said);
    }

    /// <summary>The values of a feature among the rows that it learned from, without missing ones.</summary>
    public double[] Seen(int feature) => Disturbance.Seen(Learned, feature);
}
