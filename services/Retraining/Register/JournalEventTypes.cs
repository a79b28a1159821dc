using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>The events as they stand in the journal. A name is never given to another shape.</summary>
internal static class JournalEventTypes
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.Ordinal)
    {
        ["findings-reported"] = typeof(FindingsReceived),
        ["findings-cleared"] = typeof(FindingsEnded),
        ["retrain-requested"] = typeof(RetrainRequested),
        ["restore-requested"] = typeof(RestoreRequested),
        ["accept-requested"] = typeof(AcceptRequested),
        ["training-code-changed"] = typeof(TrainingCodeChanged),
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
        ["judgement-requested"] = typeof(JudgementRequested),
        ["freeze-requested"] = typeof(FreezeRequested),
        ["roll-back-requested"] = typeof(RollBackRequested),
        ["approval-awaited"] = typeof(ApprovalAwaited),
        ["approval-given"] = typeof(ApprovalGiven),
        ["command-answered"] = typeof(CommandAnswered),
        ["releases-frozen"] = typeof(ReleasesFrozen),
        ["releases-unfrozen"] = typeof(ReleasesUnfrozen),
        ["retirement-requested"] = typeof(RetirementRequested),
        ["retirement-answered"] = typeof(RetirementAnswered),
        ["rows-erased"] = typeof(RowsErased),
        ["version-moved"] = typeof(VersionMoved),
    };

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static JournalFact Write(JournalEvent happened) => new(ByType[happened.GetType()], JsonSerializer.SerializeToElement(happened, happened.GetType(), Json));

    /// <exception cref="DamagedJournalException">It is of an unknown type or another shape.</exception>
    public static JournalEvent Read(JournalRecord record)
    {
        if (!ByName.TryGetValue(record.Fact.Type, out var type))
            throw new DamagedJournalException($"holds an entry of type '{record.Fact.Type}', which this version does not know; run a newer version");
        try
        {
            return (JournalEvent)record.Fact.Payload.Deserialize(type, Json)!;
        }
        catch (JsonException e)
        {
            throw new DamagedJournalException($"cannot be read in line {record.Seq}: {e.Message}");
        }
    }
}
