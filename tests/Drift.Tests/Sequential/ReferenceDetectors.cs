using System.Text.Json;
using MonitoringDemo.Drift.Sequential;

namespace MonitoringDemo.Drift.Tests.Sequential;

/// <summary>Makes our detector for an entry of the reference files; null where the entry is only for comparison.</summary>
internal static class ReferenceDetectors
{
    public static IDriftDetector? Make(string library, string name, JsonElement p) => (library, name) switch
    {
        ("river", "ADWIN") => new Adwin(N(p, "delta", 0.002), (int)N(p, "clock", 32), (int)N(p, "max_buckets", 5), (int)N(p, "min_window_length", 5), (int)N(p, "grace_period", 10)),
        ("river", "PageHinkley") => new PageHinkley((int)N(p, "min_instances", 30), N(p, "delta", 0.005), N(p, "threshold", 50), N(p, "alpha", 0.9999), Mode(p)),
        ("river", "CUSUM") => new Cusum((int)N(p, "min_instances", 30), N(p, "slack", 0.5), N(p, "threshold", 5), Mode(p)),
        ("river", "EWMA") => new Ewma(N(p, "alpha", 0.1), N(p, "threshold", 4), (int)N(p, "min_instances", 30), Mode(p)),
        ("river", "Shewhart") => new Shewhart(N(p, "k", 3), (int)N(p, "min_instances", 30), Mode(p)),
        ("river", "KSWIN") => new Kswin(N(p, "alpha", 0.005), (int)N(p, "window_size", 100), (int)N(p, "stat_size", 30)),
        ("river", "DDM") => new Ddm((int)N(p, "warm_start", 30), N(p, "warning_threshold", 2), N(p, "drift_threshold", 3)),
        ("river", "EDDM") => new Eddm((int)N(p, "warm_start", 30), N(p, "alpha", 0.95), N(p, "beta", 0.9)),
        ("river", "HDDM_A") => new HddmA(N(p, "drift_confidence", 0.001), N(p, "warning_confidence", 0.005), Flag(p, "two_sided_test")),
        ("river", "HDDM_W") => new HddmW(N(p, "drift_confidence", 0.001), N(p, "warning_confidence", 0.005), N(p, "lambda_val", 0.05), Flag(p, "two_sided_test")),
        ("river", "FHDDM") => new Fhddm((int)N(p, "sliding_window_size", 100), N(p, "confidence_level", 1e-6), (int)N(p, "short_window_size", 0)),
        ("frouros", "ECDD") => new Ecdd(N(p, "lambda_", 0.2), (int)N(p, "average_run_length", 400)),
        ("frouros", "STEPD") => new Stepd(N(p, "alpha_d", 0.003), N(p, "alpha_w", 0.05), (int)N(p, "min_num_instances", 30), alarmOnConstant: true),
        _ => null,
    };

    private static double N(JsonElement parameters, string name, double other) =>
        parameters.TryGetProperty(name, out var value) ? value.GetDouble() : other;

    private static bool Flag(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var value) && value.GetBoolean();

    private static Direction Mode(JsonElement parameters) =>
        parameters.TryGetProperty("mode", out var value) ? Enum.Parse<Direction>(value.GetString()!, ignoreCase: true) : Direction.Both;
}
