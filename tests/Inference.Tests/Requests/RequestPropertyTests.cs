using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck.Fluent;
using MonitoringDemo.Inference.Predict;
using MonitoringDemo.Inference.RecordOutcomes;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.TakeHistory;
using MonitoringDemo.Properties;

namespace MonitoringDemo.Inference.Tests.Requests;

/// <summary>The parsers of requests beside one that reads the same from a document, plainly.</summary>
public sealed partial class RequestPropertyTests
{
    private const int Most = 3;

    [Fact]
    public void Any_body_is_taken_as_predictions_where_a_document_reads_so_and_to_the_same_values() => Claim.Holds(
        SpoiltBytes.Of(Bodies.Predictions, Bodies.Likely),
        body =>
        {
            var expected = ReferenceRequest.Read(body, SongWorld.Schema, Most);

            var (workspace, errors) = (Holding(body), new RequestErrors());
            var requestId = PredictionRequestParser.Parse(workspace, new RowParser(SongWorld.Schema), Most, errors);

            errors.Any.ShouldBe(expected is null, $"{Shown(body)}: {string.Join("; ", errors.ByPath.Select(each => $"{each.Key} {each.Value[0]}"))}");
            if (expected is null) return;
            requestId.ShouldBe(expected.RequestId, Shown(body));
            Bits(workspace.Features(SongWorld.Schema.Count).ToArray()).ShouldBe(Bits(expected.Values), Shown(body));
            workspace.EventTimes.ToArray().ShouldBe(expected.Times.ToArray(), Shown(body));
        },
        SpoiltBytes.Shorter,
        share: 10);

    [Fact]
    public void Any_body_is_taken_as_outcomes_where_a_document_reads_so_and_to_the_same_values() => Claim.Holds(
        SpoiltBytes.Of(Bodies.Outcomes, Bodies.Likely),
        body =>
        {
            var expected = Outcomes(body);

            var (outcomes, errors) = (new OutcomeRows(), new RequestErrors());
            OutcomeRequestParser.Parse(body, outcomes, Most, errors);

            errors.Any.ShouldBe(expected is null, $"{Shown(body)}: {string.Join("; ", errors.ByPath.Select(each => $"{each.Key} {each.Value[0]}"))}");
            if (expected is null) return;
            outcomes.Rows.ToArray().ShouldBe(expected.Select(each => each.Row), Shown(body));
            outcomes.Labels.ToArray().ShouldBe(expected.Select(each => each.Label), Shown(body));
        },
        SpoiltBytes.Shorter,
        share: 10);

    [Fact]
    public void Any_body_is_taken_as_history_or_refused() => Claim.Holds(
        SpoiltBytes.Of(Gen.Constant(Encoding.UTF8.GetBytes(SongWorld.History(3, more: ",\"eventTimes\":[null,null,null]"))), Bodies.Likely),
        body =>
        {
            var errors = new RequestErrors();

            var history = new HistoryRequestParser(Holding(body), known: null, Most, errors).Parse();

            errors.Any.ShouldBe(history is null, Shown(body));
        },
        SpoiltBytes.Shorter,
        share: 5);

    private static Workspace Holding(byte[] body)
    {
        var workspace = new Workspace();
        workspace.MakeRoomForBody(body.Length);
        body.CopyTo(workspace.FreeBody);
        workspace.BodyLength = body.Length;
        return workspace;
    }

    /// <summary>The outcomes in a body, read plainly; null when it has to be refused.</summary>
    private static List<(long Row, byte Label)>? Outcomes(byte[] body)
    {
        using var document = ReferenceRequest.Document(body);
        if (document is null || !ReferenceRequest.HasOnly(document.RootElement, "outcomes")
            || !document.RootElement.TryGetProperty("outcomes", out var all) || all.ValueKind != JsonValueKind.Array) return null;

        var read = new List<(long, byte)>();
        foreach (var each in all.EnumerateArray())
        {
            if (!ReferenceRequest.HasOnly(each, "id", "label") || !each.TryGetProperty("id", out var id) || !each.TryGetProperty("label", out var label)) return null;
            if (Id().Match(ReferenceRequest.Raw(id)) is not { Success: true } found || label.ValueKind != JsonValueKind.Number || label.GetDouble() is not (0 or 1)) return null;
            if (!long.TryParse(found.Groups[1].Value, out var row)) return null;
            read.Add((row, (byte)label.GetDouble()));
        }

        return read.Count is 0 or > Most ? null : read;
    }

    private static IEnumerable<long> Bits(IEnumerable<double> values) => values.Select(value => double.IsNaN(value) ? 0 : BitConverter.DoubleToInt64Bits(value));

    private static string Shown(byte[] body) => Encoding.Latin1.GetString(body);

    [GeneratedRegex("^\"p-(0|[1-9][0-9]{0,18})\"\\z")]
    private static partial Regex Id();
}
