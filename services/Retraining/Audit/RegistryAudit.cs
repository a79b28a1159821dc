using System.Text;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Audit;

/// <summary>Looks at everything that a registry keeps: the journal's chain and signed head, and of each version artifact, signature and snapshot. Reads only, also while a fleet works.</summary>
public sealed class RegistryAudit
{
    // Clocks of machines that take turns differ a little, and are set.
    private static readonly TimeSpan s_clocksDiffer = TimeSpan.FromMinutes(5);

    private readonly IJournal _journal;
    private readonly IBlobStore _blobs;
    private readonly ArtifactVerifier _verifier;
    private readonly Snapshots _snapshots;
    private int _signatures;
    private int _rows;

    private RegistryAudit(IJournal journal, IBlobStore blobs, ArtifactVerifier verifier) => (_journal, _blobs, _verifier, _snapshots) = (journal, blobs, verifier, new Snapshots(blobs));

    /// <summary>Checks all of it. Where the journal does not hold, what it says of versions is not looked at.</summary>
    /// <exception cref="StoreUnavailableException">A database could not be asked: nothing is known.</exception>
    public static AuditReport Run(IJournal journal, IBlobStore blobs, ArtifactVerifier verifier) => new RegistryAudit(journal, blobs, verifier).Run();

    private AuditReport Run()
    {
        try
        {
            // The head first: a fleet that works appends meanwhile, and takes nothing away.
            var stated = JournalHead.Read(_blobs, _verifier);
            var records = _journal.Read();
            if (Disagreement(stated, records) is { } problem) return new AuditReport(records.Count, stated?.Seq, 0, 0, 0, [new AuditProblem("journal", problem)]);
            JournalEntry[] entries = [.. JournalEntry.Of(records)];
            var state = entries.Aggregate(RegistryState.Empty, RegistryFold.Apply);
            var released = Released(entries);
            AuditProblem[] problems = [.. WhereTheClockWentBack(records), .. state.Versions.Where(version => !state.Retirement.IsDeleted(version.Version)).SelectMany(version => Check(version, released.Contains(version.Version))), .. Left(state)];
            return new AuditReport(records.Count, stated?.Seq, state.Versions.Count, _signatures, _rows, problems) { Deleted = state.Versions.Count(version => state.Retirement.IsDeleted(version.Version)), ErasedRows = state.Erasures.Sum(erased => erased.Rows) };
        }
        catch (DamagedJournalException e)
        {
            return new AuditReport(0, null, 0, 0, 0, [new AuditProblem("journal", e.Message)]);
        }
        catch (InvalidSignatureException e)
        {
            return new AuditReport(0, null, 0, 0, 0, [new AuditProblem("journal, head", e.Message)]);
        }
    }

    private static string? Disagreement(JournalHead.Stated? stated, IReadOnlyList<JournalRecord> records) =>
        stated is null ? null
        : stated.Seq > records.Count ? FormattableString.Invariant($"Its last records are gone: {stated.Seq} were there at the last release, {records.Count} are left.")
        : records[(int)stated.Seq - 1].Hash != stated.Hash ? FormattableString.Invariant($"Record {stated.Seq} or one before it was altered and the chain made anew: its hash is not the signed one.")
        : null;

    private static IEnumerable<AuditProblem> WhereTheClockWentBack(IReadOnlyList<JournalRecord> records) => records.Zip(records.Skip(1))
        .Where(pair => pair.Second.Time < pair.First.Time - s_clocksDiffer)
        .Select(pair => new AuditProblem("journal", FormattableString.Invariant($"Record {pair.Second.Seq} is dated {pair.Second.Time:yyyy-MM-dd HH:mm:ss}Z, before the one that it follows ({pair.First.Time:yyyy-MM-dd HH:mm:ss}Z): a clock was set back.")));

    private IEnumerable<AuditProblem> Left(RegistryState state) => RetiredBlobs.Gone(state).Where(_blobs.Exists)
        .Select(name => new AuditProblem(name, "It is still there, and every version that needed it was deleted: the next start of retraining takes it away."));

    private static HashSet<int> Released(IEnumerable<JournalEntry> entries) =>
        [.. entries.Select(entry => entry.Happened).OfType<Released>().SelectMany(released => new[] { released.Change.Champion.Version, released.Change.Shadow?.Version ?? 0 })];

    private IEnumerable<AuditProblem> Check(VersionRecord version, bool wasReleased)
    {
        if (Artifact(version) is { } artifact) yield return Problem(version, "artifact", artifact);
        // What no gate let through was never signed.
        else if ((wasReleased || _blobs.Exists(RegistryBlobs.Envelope(version.Sha256))) && Signature(version) is { } signature) yield return Problem(version, "signature", signature);
        if (Snapshot(version) is { } snapshot) yield return Problem(version, "snapshot", snapshot);
    }

    private string? Artifact(VersionRecord version)
    {
        try
        {
            RegisteredArtifact.Read(_blobs, version.Sha256);
            return null;
        }
        catch (FileNotFoundException)
        {
            return "It is not there.";
        }
        catch (InvalidModelArtifactException e)
        {
            return e.Message;
        }
    }

    private string? Signature(VersionRecord version)
    {
        if (!_blobs.Exists(RegistryBlobs.Envelope(version.Sha256))) return "It is not there, and the version was released.";
        try
        {
            var verified = _verifier.Verify(_blobs.Read(RegistryBlobs.Artifact(version.Sha256)), Encoding.UTF8.GetString(_blobs.Read(RegistryBlobs.Envelope(version.Sha256))));
            _signatures++;
            return AttestedBill.Problem(_blobs, verified.Predicate);
        }
        catch (InvalidSignatureException e)
        {
            return e.Message;
        }
    }

    private string? Snapshot(VersionRecord version)
    {
        try
        {
            _snapshots.Read(version.RowsSha256);
            _rows++;
            return null;
        }
        catch (FileNotFoundException)
        {
            return "It is not there.";
        }
        catch (InvalidDataException e)
        {
            return e.Message;
        }
    }

    private static AuditProblem Problem(VersionRecord version, string part, string what) => new(FormattableString.Invariant($"version {version.Version}, {part}"), what);
}
