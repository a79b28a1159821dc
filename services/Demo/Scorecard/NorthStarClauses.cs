namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The NorthStar, clause by clause: every model in production is seamlessly and automatically updated in response to relevant changes in code, data or performance, within a system that is observable, reproducible, scalable and secure by design.</summary>
internal static class NorthStarClauses
{
    public static IReadOnlyList<LevelItem> Of(FleetEvidence fleet) =>
    [
        new("seamlessly", "A release fails no request and answers none twice", fleet.Sources("tests/EndToEnd.Tests") && fleet.Sources("tests/Inference.Tests/LoadModel"), "models are swapped between two requests; tests/EndToEnd.Tests"),
        new("automatically", "Nobody has to press anything", fleet.HasRow("better-challenger-is-released", "replace") && fleet.HasRow("changed-concept-is-learned", "retrain") && fleet.People.RoutineApprovers == 0, fleet.People.RoutineApprovers == 0 ? "policy rows that retrain and replace" : "every release waits for people (Retraining:RoutineApprovers)"),
        new("relevant changes", "What needs no answer gets none", fleet.HasRow("moved-inputs-are-watched", "watch") && fleet.HasRow("broken-data-is-quarantined", "quarantine") && fleet.HasGate("quality"), "policy rows that watch and keep out; docs/scenarios.md"),
        new("code", "Changed code is tried", fleet.HasRow("changed-code-is-tried", "retrain"), "policy row changed-code-is-tried"),
        new("data", "Moved inputs that hurt are learned", fleet.Has("shift") && fleet.HasRow("moved-inputs-that-hurt-are-learned", "retrain"), "detector shift; policy row moved-inputs-that-hurt-are-learned"),
        new("performance", "A fall that no input explains is learned", fleet.Has("error-rise") && fleet.HasRow("changed-concept-is-learned", "retrain"), "detector error-rise; policy row changed-concept-is-learned"),
        new("observable", "What is measured has a panel, and what is wrong an alert", fleet.Sources("dashboards") && fleet.Sources("deploy/prometheus/rules") && fleet.Detection.DisabledDetectors.Count == 0, "dashboards; deploy/prometheus/rules; every detector on"),
        new("reproducible", "The version that serves comes out of its rows again", fleet.Reproduced is { IsSame: true }, fleet.Reproduced is null ? "not tried now: 'scorecard' and the page try it" : "models reproduce"),
        new("scalable", "Services run in several processes", fleet.Sources("docs/scale.md") && fleet.Sources("deploy/kubernetes"), "docs/scale.md; one model a fleet: more models are more fleets"),
        new("secure by design", "Nothing unsigned is loaded, and the registry holds", fleet.HasGate("signed") && fleet.Audit is { Holds: true }, fleet.Audit is null ? "no audit was made now: 'scorecard' and the page make it" : fleet.Audit.Holds ? "gate signed; models verify" : $"{fleet.Audit.Problems[0].Where}: {fleet.Audit.Problems[0].What}"),
    ];
}
