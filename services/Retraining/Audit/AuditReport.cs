namespace MonitoringDemo.Retraining.Audit;

/// <summary>What a look at everything in a registry came to.</summary>
/// <param name="Records">Records of the journal whose chain holds.</param>
/// <param name="SignedRecords">Those that the signed head covers: nothing of them can be changed or taken away unseen. Null where no release was ever stated.</param>
/// <param name="Versions">Registered versions.</param>
/// <param name="Signatures">Signatures that hold.</param>
/// <param name="Snapshots">Snapshots whose rows are those that were trained on.</param>
/// <param name="Problems">The first problem of the journal, or those of each version; empty when all holds.</param>
public sealed record AuditReport(int Records, long? SignedRecords, int Versions, int Signatures, int Snapshots, IReadOnlyList<AuditProblem> Problems)
{
    /// <summary>Versions that were deleted: that nothing is left of them but their record is as it should be.</summary>
    public int Deleted { get; init; }

    /// <summary>Rows that were erased since: snapshots that held some of them are checked without.</summary>
    public int ErasedRows { get; init; }

    /// <summary>Nothing was found.</summary>
    public bool Holds => Problems.Count == 0;
}
