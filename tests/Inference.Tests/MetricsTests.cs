namespace MonitoringDemo.Inference.Tests;

/// <summary>Alone, for the services of all tests count in one process.</summary>
[Collection(nameof(MetricsTests))]
[CollectionDefinition(nameof(MetricsTests), DisableParallelization = true)]
public sealed class MetricsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_tell_what_was_served_refused_and_known_and_start_at_zero()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10);
        var atStart = await house.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        await house.PredictAsync(SongWorld.Request(5, out _));
        using var refused = await house.PostAsync("/v1/predictions", "{}");
        using var outcome = await house.PostAsync("/v1/outcomes", """{"outcomes":[{"id":"p-10","label":1}]}""");

        var metrics = await house.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);

        Value(atStart, "mlops_predictions_total", "champion", "rejected", "\"1\"").ShouldBe("0");
        Value(atStart, "mlops_outcomes_received_total").ShouldBe("0");
        Value(metrics, "mlops_predictions_total", "champion", "ok").ShouldBe("5");
        Value(metrics, "mlops_predictions_total", "static", "ok").ShouldBe("5");
        Value(metrics, "mlops_predictions_total", "champion", "rejected", "\"1\"").ShouldBe("1");
        Value(metrics, "mlops_outcomes_received_total").ShouldBe("1");
        Value(metrics, "mlops_prediction_duration_seconds_bucket", "\"total\"", "le=\"0.05\"").ShouldNotBeNull();
        Value(metrics, "mlops_model_info", "binned-logistic", "champion").ShouldBe("1");
        Value(metrics, "mlops_inference_log_offset", "writer").ShouldBe("4");
    }

    private static string? Value(string metrics, string name, params string[] labels)
        => metrics.Split('\n')
            .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && labels.All(label => line.Contains(label, StringComparison.Ordinal)))
            .Select(line => line[(line.IndexOf('}', StringComparison.Ordinal) + 2)..].Split(' ')[0])
            .FirstOrDefault();
}
