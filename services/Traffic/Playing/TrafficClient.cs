namespace MonitoringDemo.Traffic.Playing;

/// <summary>Speaks to the inference service.</summary>
/// <param name="http">Its base address is the inference service.</param>
public sealed class TrafficClient(HttpClient http)
{
    /// <summary>Whether the inference service serves a model.</summary>
    public async Task<bool> ServesModelAsync(CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(new Uri("v1/model", UriKind.Relative), cancellation);
        return answer.IsSuccessStatusCode;
    }
}
