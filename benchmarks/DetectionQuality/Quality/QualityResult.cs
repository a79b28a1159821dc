using MonitoringDemo.DetectionQuality.Streams;
using MonitoringDemo.DetectionQuality.Yardstick;

namespace MonitoringDemo.DetectionQuality.Quality;

/// <summary>A scenario's row of cells.</summary>
/// <param name="Scenario">What was played.</param>
/// <param name="Repetitions">How many streams.</param>
/// <param name="Rows">The entrants that take it, their cells, and the reference's detectors of the same settings where there are.</param>
/// <param name="Yardstick">The CUSUM that knows both distributions; null without a change.</param>
/// <param name="Others">The reference's detectors that we have no counterpart of.</param>
internal sealed record QualityResult(
    Scenario Scenario,
    int Repetitions,
    IReadOnlyList<(Entrant Entrant, Cell Cell, ReferenceResult? Reference)> Rows,
    Cell? Yardstick,
    IReadOnlyList<(string Detector, ReferenceResult Reference)> Others)
{
    public static QualityResult Play(Scenario scenario, IReadOnlyList<Entrant> entrants, ReferenceQuality quality, int repetitions)
    {
        var taking = entrants.Where(entrant => entrant.Takes(scenario)).ToList();
        var cells = QualityRun.Play(scenario, taking, repetitions);
        var rows = taking.Zip(cells, (entrant, cell) => (entrant, cell, quality.Find(entrant.Reference(scenario), scenario.Name))).ToList();
        var paired = Entrants.All.Select(entrant => entrant.Reference(scenario)).ToHashSet();
        var others = entrants.Count < Entrants.All.Count
            ? []
            : quality.Detectors(scenario.Name).Where(name => !paired.Contains(name)).Select(name => (name, quality.Find(name, scenario.Name)!)).ToList();
        return new QualityResult(scenario, repetitions, rows, KnowingCusum.For(scenario)?.Play(repetitions), others);
    }
}
