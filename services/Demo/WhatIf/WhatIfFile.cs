using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Both outcomes as JSON.</summary>
internal static class WhatIfFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(WhatIfResult result) => JsonSerializer.Serialize(
        new
        {
            result.Subject,
            result.From,
            result.Rows,
            result.Changes,
            SameAsRecorded = true,
            result.FirstDifference,
            RowsLost = result.Changed is null ? (long?)null : result.RowsLost,
            Recorded = Of(result.Before, result.Recorded, result.From),
            Undelayed = result.Undelayed is { } undelayed ? Of(result.Between!, undelayed, result.From) : null,
            Changed = result.Changed is { } changed ? Of(result.After!, changed, result.From) : null,
        },
        Json) + "\n";

    private static object Of(OutcomeWindow window, PlayedOutcome played, long from) => new
    {
        window.Answered,
        window.Right,
        window.Accuracy,
        window.Releases,
        window.Alarms,
        window.Trainings,
        Decisions = OutcomeWindow.From(played, from).Select(decision => new { decision.Row, decision.Action, decision.Gate, decision.Version, decision.Reason, decision.UpdateId }),
    };
}
