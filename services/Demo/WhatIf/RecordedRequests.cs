using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Sends what a log has recorded once more: the same history, requests and outcomes, in the same pieces.</summary>
/// <param name="http">Its base address is the fleet.</param>
/// <param name="schemaBytes">Of the recorded rows.</param>
internal sealed class RecordedRequests(HttpClient http, ReadOnlyMemory<byte> schemaBytes)
{
    // A category that the schema does not know is logged without its name, so any such name does.
    private const string Unseen = "unseen";

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly FeatureSchema _schema = SchemaJson.Read(schemaBytes.Span);

    /// <exception cref="HttpRequestException">Refused; the message says why.</exception>
    public Task SendAsync(HistoryBatch history, CancellationToken cancellation) => PostAsync("v1/history", json =>
    {
        json.WritePropertyName("schema");
        json.WriteRawValue(schemaBytes.Span);
        json.WriteNumber("firstRow", history.FirstRow);
        Rows(json, history.Features, history.Count, history.EventTimes);
        json.WriteStartArray("labels");
        foreach (var label in history.Labels) json.WriteNumberValue(label);
        json.WriteEndArray();
        json.WriteBoolean("complete", history.Complete);
    }, cancellation);

    /// <exception cref="HttpRequestException">Refused; the message says why.</exception>
    public Task SendAsync(PredictionBatch asked, CancellationToken cancellation) => PostAsync("v1/predictions", json =>
    {
        if (asked.RequestId is { } id) json.WriteString("requestId", id);
        Rows(json, asked.Features, asked.Count, asked.EventTimes);
    }, cancellation);

    /// <exception cref="HttpRequestException">Refused; the message says why.</exception>
    public Task SendAsync(OutcomeBatch outcomes, CancellationToken cancellation) => PostAsync("v1/outcomes", json =>
    {
        json.WriteStartArray("outcomes");
        for (var i = 0; i < outcomes.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"p-{outcomes.Rows[i]}"));
            json.WriteNumber("label", outcomes.Labels[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }, cancellation);

    private void Rows(Utf8JsonWriter json, double[] values, int count, long[] times)
    {
        json.WriteStartArray("instances");
        for (var row = 0; row < count; row++)
        {
            json.WriteStartObject();
            for (var i = 0; i < _schema.Count; i++) Value(json, _schema.Features[i], values[(row * _schema.Count) + i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (times.Length == 0) return;
        json.WriteStartArray("eventTimes");
        foreach (var time in times)
        {
            if (time == EventTime.Unknown) json.WriteNullValue();
            else json.WriteStringValue(DateTime.UnixEpoch.AddMilliseconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, Feature feature, double value)
    {
        json.WritePropertyName(feature.Name);
        if (double.IsNaN(value)) json.WriteNullValue();
        else if (feature.Kind == FeatureKind.Categorical) json.WriteStringValue((int)value < feature.Categories.Count ? feature.Categories[(int)value] : Unseen);
        else json.WriteNumberValue(value);
    }

    private async Task PostAsync(string path, Action<Utf8JsonWriter> write, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        using var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
        content.Headers.ContentType = Json;
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"POST {path} was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
    }
}
