using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests.Traces;

/// <summary>Receives what processes export over OTLP (HTTP, protobuf), and keeps the spans.</summary>
internal sealed class TraceReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();

    private TraceReceiver(WebApplication app) => _app = app;

    public IReadOnlyList<ReceivedSpan> Spans => [.. _spans];

    public static async Task<TraceReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = $"http://127.0.0.1:{FreePort.Next()}";
        builder.Logging.ClearProviders();
        var receiver = new TraceReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>What a process needs to send its spans here, soon after they end.</summary>
    public void Connect(Dictionary<string, string?> environment)
    {
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.First();
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "250";
        // All of a busy second has to fit, or spans are dropped.
        environment["OTEL_BSP_MAX_QUEUE_SIZE"] = "65536";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (context.Request.Path.Value == "/v1/traces")
        {
            foreach (var span in Read(body.ToArray())) _spans.Enqueue(span);
        }

        context.Response.ContentType = "application/x-protobuf";
    }

    // ExportTraceServiceRequest, ResourceSpans, ScopeSpans, Span of opentelemetry/proto.
    private static IEnumerable<ReceivedSpan> Read(byte[] request) =>
        from resource in ProtobufFields.All(request, 1)
        let service = ProtobufFields.All(resource, 1).Select(each => ProtobufFields.Pairs(each, 1)["service.name"]).First()
        from scope in ProtobufFields.All(resource, 2)
        from span in ProtobufFields.All(scope, 2)
        select new ReceivedSpan(
            service,
            ProtobufFields.Hex(span, 1),
            ProtobufFields.Hex(span, 2),
            ProtobufFields.Hex(span, 4),
            ProtobufFields.Text(span, 5),
            (int)ProtobufFields.Number(span, 6),
            ProtobufFields.Pairs(span, 9),
            [.. ProtobufFields.All(span, 13).Select(link => ProtobufFields.Hex(link, 1))]);
}
