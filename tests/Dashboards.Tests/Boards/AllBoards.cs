using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

/// <summary>Every dashboard, in the order of its number.</summary>
internal static class AllBoards
{
    public static IReadOnlyList<Board> Boards { get; } =
        [TheLoop.Board, Performance.Board, Drift.Board, Quality.Board, Retraining.Board, Serving.Board, Platform.Board, NorthStar.Board, Bus.Board];
}
