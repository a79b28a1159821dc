using System.Text.Json.Serialization;

namespace MonitoringDemo.Retraining.Audit.Export;

/// <summary>One record of the journal, as evidence.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Time">When, by the clock of the process that wrote it.</param>
/// <param name="Row">One past the last row of the log that had been read.</param>
/// <param name="Type">What kind of record.</param>
/// <param name="Who">A person, or the part of the fleet that did it.</param>
/// <param name="What">What was done, in words.</param>
/// <param name="Evidence">On what: findings and gates; empty where it rests on none.</param>
/// <param name="Policy">Under which row of the policy, or which rule about people; null where it is no decision.</param>
/// <param name="Version">The version concerned, where there is one.</param>
/// <param name="UpdateId">The story that it belongs to.</param>
/// <param name="Hash">SHA-256 of the record, which covers all before it: who has the journal can find it there.</param>
public sealed record AuditLine(
    long Seq,
    DateTimeOffset Time,
    long Row,
    string Type,
    string Who,
    string What,
    IReadOnlyList<string> Evidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Policy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? UpdateId,
    string Hash);
