using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MonitoringDemo.ServiceDefaults.Pumping;

/// <summary>Whether the loops of a process turn. A loop that is stuck in a round shows no later one.</summary>
internal sealed class PumpTelemetry
{
    private readonly ConcurrentDictionary<string, double> _rounds = new(StringComparer.Ordinal);
    private readonly Counter<long> _failures;
    private readonly TimeProvider _time;

    public PumpTelemetry(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create("MonitoringDemo.Pumping");
        _failures = meter.CreateCounter<long>("mlops_pump_failures", description: "Rounds of a pump that ended with an error; it is tried again.");
        meter.CreateObservableGauge("mlops_pump_last_round_timestamp_seconds", Rounds, description: "When a pump last ended a round without an error, in Unix time.");
    }

    /// <summary>Shows the pump from its start on, as if it had just turned.</summary>
    public void Began(string pump)
    {
        _failures.Add(0, Pump(pump));
        Turned(pump);
    }

    public void Turned(string pump) => _rounds[pump] = _time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    public void Failed(string pump) => _failures.Add(1, Pump(pump));

    private IEnumerable<Measurement<double>> Rounds() => _rounds.Select(round => new Measurement<double>(round.Value, Pump(round.Key)));

    private static KeyValuePair<string, object?> Pump(string name) => new("pump", name);
}
