namespace MonitoringDemo.Retraining.Register;

/// <summary>The names of the events as they stand in the journal. A name is never given to another shape.</summary>
internal static class JournalEventTypes
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.Ordinal)
    {
        ["findings-reported"] = typeof(FindingsReceived),
        ["findings-cleared"] = typeof(FindingsEnded),
        ["retrain-requested"] = typeof(RetrainRequested),
        ["restore-requested"] = typeof(RestoreRequested),
        ["accept-requested"] = typeof(AcceptRequested),
        ["quarantine-lifted"] = typeof(QuarantineLifted),
        ["release-applied"] = typeof(ReleaseApplied),
        ["release-refused"] = typeof(ReleaseRefused),
        ["decided"] = typeof(Decided),
        ["quarantine-opened"] = typeof(QuarantineOpened),
        ["training-started"] = typeof(TrainingRequested),
        ["training-ended"] = typeof(TrainingEnded),
        ["version-registered"] = typeof(VersionRegistered),
        ["version-rejected"] = typeof(VersionRejected),
        ["released"] = typeof(Released),
    };

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string NameOf(JournalEvent happened) => ByType[happened.GetType()];

    public static Type TypeOf(string name) => ByName.TryGetValue(name, out var type)
        ? type
        : throw new DamagedJournalException($"holds an entry of type '{name}', which this version does not know; run a newer version");
}
