using System.Text.Json;

namespace MonitoringDemo.Drift.Tests.References;

/// <summary>How near a value has to come to the reference's.</summary>
internal static class Tolerance
{
    /// <summary>Statistics: relative 1e-9, absolute 1e-12 near zero.</summary>
    public static bool Statistic(double ours, double theirs) => Near(ours, theirs, 1e-9, 1e-12);

    /// <summary>Roots of sums that cancel: absolute 1e-7 as well.</summary>
    public static bool Root(double ours, double theirs) => Near(ours, theirs, 1e-9, 1e-7);

    /// <summary>p values: relative 1e-6 or absolute 1e-12.</summary>
    public static bool PValue(double ours, double theirs) => Near(ours, theirs, 1e-6, 1e-12);

    /// <summary>The expected number; NaN where the reference refuses the input.</summary>
    public static double Expected(JsonElement element) => element.ValueKind == JsonValueKind.Object ? double.NaN : ReferenceFiles.Number(element);

    public static bool Near(double ours, double theirs, double relative, double absolute) =>
        ours.Equals(theirs) || Math.Abs(ours - theirs) <= Math.Max(absolute, relative * Math.Abs(theirs));
}
