using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace MonitoringDemo.Demo.Hosting;

/// <summary>Sends requests of an <see cref="HttpClient"/> to a <see cref="CapturedServer"/>, and waits for the whole answer.</summary>
internal sealed class CapturedHandler(CapturedServer server) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = new RecordedResponse();
        using var body = new MemoryStream();
        var features = await FeaturesOf(request, answer, body, cancellationToken);
        if (!await server.TryProcessAsync(features)) throw new HttpRequestException("The fleet takes no requests: it has stopped, or has not started.");
        await answer.EndAsync();
        var response = new HttpResponseMessage((HttpStatusCode)answer.StatusCode) { RequestMessage = request, Content = new ByteArrayContent(body.ToArray()) };
        foreach (var header in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray())) response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
        }

        return response;
    }

    private static async Task<FeatureCollection> FeaturesOf(HttpRequestMessage message, RecordedResponse answer, Stream body, CancellationToken cancellation)
    {
        var address = message.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var request = new HttpRequestFeature
        {
            Protocol = "HTTP/1.1",
            Scheme = address.Scheme,
            Method = message.Method.Method,
            Path = Uri.UnescapeDataString(address.AbsolutePath),
            QueryString = address.Query,
            RawTarget = address.PathAndQuery,
            Body = message.Content is null ? Stream.Null : await message.Content.ReadAsStreamAsync(cancellation),
        };
        request.Headers.Host = address.Authority;
        foreach (var header in message.Headers.NonValidated) request.Headers.Append(header.Key, header.Value.ToString());
        foreach (var header in message.Content?.Headers.NonValidated ?? default) request.Headers.Append(header.Key, header.Value.ToString());

        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpRequestBodyDetectionFeature>(new HasBody(message.Content is not null));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = cancellation });
        features.Set<IHttpResponseFeature>(answer);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        return features;
    }

    private sealed record HasBody(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;

    /// <summary>Keeps what is to be done when the answer is complete: services of the request are disposed of then.</summary>
    private sealed class RecordedResponse : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Call, object State)> _starting = new(), _completed = new();

        public override void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

        public override void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

        public async Task EndAsync()
        {
            while (_starting.TryPop(out var next)) await next.Call(next.State);
            while (_completed.TryPop(out var next)) await next.Call(next.State);
        }
    }
}
