using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Mystery.Truth;

/// <summary>What can have happened: the question "what?".</summary>
internal static class MysteryCauses
{
    public const string Inputs = "inputs", Concept = "concept", Labels = "labels", Broken = "broken-data", Model = "model", Nothing = "nothing";

    public static IReadOnlyList<MysteryChoice> All { get; } =
    [
        new(Inputs, "The songs are others than they were, or come in another number"),
        new(Concept, "The songs stay, and the audience is another"),
        new(Labels, "Outcomes come late, not at all, wrong, or in another share"),
        new(Broken, "What arrives is broken: values, columns, clocks, copies"),
        new(Model, "Somebody wants a bad model out"),
        new(Nothing, "Nothing: it only looks so"),
    ];

    /// <summary>By the group of the scenario; of the first six each is of its own kind.</summary>
    public static string Of(ScenarioManifest scenario) => scenario.Group switch
    {
        ScenarioGroups.Inputs => Inputs,
        ScenarioGroups.Concept => Concept,
        ScenarioGroups.Labels => Labels,
        ScenarioGroups.Broken => Broken,
        _ => scenario.Id switch
        {
            "taste-flip" => Concept,
            "unit-change" => Broken,
            "bad-candidate" => Model,
            "steady" => Nothing,
            _ => Inputs,
        },
    };
}
