namespace MonitoringDemo.Demo.Scorecard;

/// <summary>How ready a fleet is: the ML Test Score, two scales of maturity, and the NorthStar.</summary>
/// <param name="Tests">The 28 tests of Breck et al., "The ML Test Score: A Rubric for ML Production Readiness and Technical Debt Reduction" (2017).</param>
/// <param name="Google">What Google's levels ask.</param>
/// <param name="Microsoft">What Microsoft's levels ask.</param>
/// <param name="NorthStar">The clauses of the NorthStar.</param>
internal sealed record FleetScore(IReadOnlyList<ScoreItem> Tests, IReadOnlyList<LevelItem> Google, IReadOnlyList<LevelItem> Microsoft, IReadOnlyList<LevelItem> NorthStar)
{
    public static FleetScore Of(FleetEvidence fleet) => new(
        [.. DataScore.Of(fleet), .. ModelScore.Of(fleet), .. InfrastructureScore.Of(fleet), .. MonitoringScore.Of(fleet)],
        Levels.Google(fleet), Levels.Microsoft(fleet), NorthStarClauses.Of(fleet));

    /// <summary>The points of each section.</summary>
    public IReadOnlyDictionary<string, double> Sections => ScoreSections.All.ToDictionary(section => section, section => Tests.Where(test => test.Section == section).Sum(test => test.Points));

    /// <summary>The final score: the least of the four, as in the paper.</summary>
    public double Final => Sections.Values.Min();

    /// <summary>What the paper says of a final score.</summary>
    public string FinalWords => Final switch
    {
        0 => "more of a research project than a production system",
        <= 1 => "not totally untested, but with serious holes in reliability",
        <= 2 => "a first pass at production readiness",
        <= 3 => "reasonably tested, with room for automation",
        <= 5 => "strong levels of automated testing and monitoring",
        _ => "exceptional",
    };
}
