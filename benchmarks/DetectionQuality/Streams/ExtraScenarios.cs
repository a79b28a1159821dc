namespace MonitoringDemo.DetectionQuality.Streams;

/// <summary>Shifts of one on streams that are never quiet: state and phase are carried over the change.</summary>
internal static class ExtraScenarios
{
    private const int Length = 10_000;
    private const int Change = 5_000;

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("ar1_0.9_shift_1sd", false, 41_000_000, [Shifted(new Distribution(Shape.Ar1, Phi: 0.9))], Change),
        new("daily_wave_shift_1", false, 41_001_000, [Shifted(new Distribution(Shape.Triangle12, Sd: 0.5, Period: 288, Amplitude: 1))], Change),
    ];

    private static Segment Shifted(Distribution from) => new(Length, from, StepAt: Change, Step: 1);
}
