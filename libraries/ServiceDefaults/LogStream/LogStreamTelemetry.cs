using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Every metric of the log's way over the broker.</summary>
internal sealed class LogStreamTelemetry : IDisposable
{
    private readonly Meter _meter;
    private readonly KeyValuePair<string, object?>[] _tags;
    private Counter<long>? _lost, _parked, _duplicates, _missing;
    private long _waiting;

    public LogStreamTelemetry(IMeterFactory meters, ServiceIdentity identity, IConfiguration configuration)
    {
        _meter = meters.Create("MonitoringDemo.LogStream");
        _tags = [new("model", ModelSlot.Of(configuration).Model), new("reader", identity.Name)];
    }

    /// <summary>Starts the series of a service that writes the log.</summary>
    /// <param name="unconfirmed">Records that the broker has not confirmed.</param>
    public void Forwards(Func<long> unconfirmed)
    {
        _meter.CreateObservableGauge("mlops_inference_log_forward_lag", () => new Measurement<long>(unconfirmed(), _tags[0]), "", "Records in the log that the broker has not confirmed.");
        _lost = _meter.CreateCounter<long>("mlops_inference_log_forward_lost", "", "Records that retention deleted before the broker had confirmed them.");
        _lost.Add(0, _tags[0]);
    }

    /// <summary>Starts the series of a service that reads a copy.</summary>
    public void Copies()
    {
        _meter.CreateObservableGauge("mlops_inference_log_replica_lag", () => new Measurement<long>(Volatile.Read(ref _waiting), _tags), "", "Records of the log that are not in this service's copy yet, as far as the newest message says.");
        _parked = _meter.CreateCounter<long>("mlops_inference_log_parked", "", "Messages of the stream that could not be read and were set aside.");
        _duplicates = _meter.CreateCounter<long>("mlops_inference_log_duplicates", "", "Messages of the stream that brought what was known, and were dropped.");
        _missing = _meter.CreateCounter<long>("mlops_inference_log_missing", "", "Records that the stream left out: they are a hole in this service's copy.");
        foreach (var counter in (ReadOnlySpan<Counter<long>>)[_parked, _duplicates, _missing]) counter.Add(0, _tags);
    }

    public void Lost(long records) => _lost?.Add(records, _tags[0]);

    public void Parked() => _parked?.Add(1, _tags);

    public void Duplicate() => _duplicates?.Add(1, _tags);

    public void Missing(long records) => _missing?.Add(records, _tags);

    public void Waiting(long records) => Volatile.Write(ref _waiting, Math.Max(0, records));

    public void Dispose() => _meter.Dispose();
}
