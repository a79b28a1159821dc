using MonitoringDemo.Demo.Labs;

namespace MonitoringDemo.Demo.Tests.Labs;

/// <summary>Every lab there is: its start must fail with the first hint, its solution must pass. Lab 10 starts processes and stands in <see cref="ScaleOutLabTests"/>.</summary>
public sealed class LabTests
{
    public static TheoryData<int> Labs => [.. LabCatalog.All.Select(lab => lab.Number).Where(number => number != ScaleOutLabTests.Number)];

    [Theory]
    [MemberData(nameof(Labs))]
    public async Task The_start_fails_with_the_first_hint_and_the_solution_passes(int lab)
    {
        var start = await LabChecks.OfAsync(lab, LabFolder.Start);
        var solution = await LabChecks.OfAsync(lab, LabFolder.Solution);

        Assert.SkipWhen(solution.Said.Contains("cannot be tried on this machine", StringComparison.Ordinal), solution.Said);
        start.Passed.ShouldBeFalse();
        start.Said.ShouldContain("not yet");
        start.Said.ShouldContain("Hint 1 of 3: ");
        solution.Passed.ShouldBeTrue(solution.Said);
    }

    [Fact]
    public void Every_lab_has_a_text_and_three_hints_a_step_and_a_solution_for_each_file_to_work_on()
    {
        foreach (var folder in LabCatalog.All.Select(lab => LabFolder.Of(lab.Number)))
        {
            var text = folder.Text;
            text.Hints.Count.ShouldBeGreaterThan(0);
            text.Hints.ShouldAllBe(hints => hints.Value.Count == LabText.HintsOfAStep, folder.Name);
            string[] sections = ["## Why", "## Afterwards you are able to", "## Steps", "## What to look for", "## Questions", "## Going further"];
            var readme = File.ReadAllText(folder.PathOf("README.md"));
            sections.ShouldAllBe(section => readme.Contains(section, StringComparison.Ordinal), folder.Name);
            LabFolder.Files(folder.PathOf(LabFolder.Solution)).ShouldBe(LabFolder.Files(folder.PathOf(LabFolder.Start)), folder.Name);
        }
    }

    [Theory]
    // Before anything could be seen; as late as the fleet; a rule that cries wolf; one that is too late.
    [InlineData(1, "answer.json", "\"noticedAtRow\": 5219", "\"noticedAtRow\": 5190", "a false alarm")]
    [InlineData(1, "answer.json", "\"noticedAtRow\": 5219", "\"noticedAtRow\": 5300", "was not later than you")]
    [InlineData(1, "answer.json", "\"ruleWrong\": 8", "\"ruleWrong\": 7", "2 false alarms")]
    [InlineData(1, "answer.json", "\"ruleOf\": 10", "\"ruleOf\": 7", "it needs 1 <= ruleWrong <= ruleOf")]
    [InlineData(3, "answer.json", "\"B-response\": \"quarantine\"", "\"B-response\": \"retrain\"", "learns what will be wrong tomorrow")]
    [InlineData(3, "answer.json", "\"A-since\": 5250", "\"A-since\": 4000", "did not change near row 4,000")]
    [InlineData(2, "answer.json", "\"B-verdict\": \"season\"", "\"B-verdict\": \"drift\"", "Beside a year ago")]
    [InlineData(2, "answer.json", "\"alarms-of-100\": 37", "\"alarms-of-100\": 5", "more than 6 away")]
    [InlineData(2, "answer.json", "\"rows-for-tempo\": 60", "\"rows-for-tempo\": 15", "too few")]
    [InlineData(4, "answer.json", "\"B-liar\": \"estimate\"", "\"B-liar\": \"none\"", "World B: not none")]
    [InlineData(4, "answer.json", "\"C-accuracy\": 0.82", "\"C-accuracy\": 0.70", "from the true accuracy")]
    [InlineData(7, "answer.json", "\"ended-by\": \"canary\"", "\"ended-by\": \"shadow\"", "not the gate 'shadow'")]
    [InlineData(12, "CostAccountant.cs", "_heard.Add\\(known\\)", "known != default", "it counted both")]
    [InlineData(9, "answer.json", "\"C-part\": \"nothing\"", "\"C-part\": \"journal\"", "Registry C: not journal")]
    [InlineData(8, "rules.yml", "< 0.7", "< 0.3", "it never fires")]
    [InlineData(8, "rules.yml", "mlops_model_score", "mlops_models_score", "is called 'mlops_models_score'")]
    [InlineData(8, "tests.yml", "0.68 0.68", "0.8 0.8", "no test notices")]
    [InlineData(8, "panel.json", "model=[^,]+, ", "", "is asked of every model")]
    [InlineData(8, "panel.json", "realised", "measured", "has no data")]
    [InlineData(11, "answer.json", "report,extent", "report", "the model sees 'extent'")]
    [InlineData(11, "answer.json", "--time flight_date ", "", "in the order in which they happened")]
    [InlineData(11, "answer.json", "--label damaged", "--label damage", "not of damage.")]
    [InlineData(11, "answer.json", "--label damaged", "--lable damaged", "'--lable'")]
    [InlineData(13, "answer.json", "\"latency-ms-detector\": \"adwin\"", "\"latency-ms-detector\": \"page-hinkley\"", "cries at call 29 of world A")]
    [InlineData(13, "answer.json", "\"C-response\": \"pin-version\"", "\"C-response\": \"retrain\"", "you have nothing to train")]
    [InlineData(5, "Detector.cs", "return;", "throw new InvalidOperationException(\"no number\");", "Your code threw in Detector.cs, line 20: InvalidOperationException, \"no number\"")]
    [InlineData(12, "CostAccountant.cs", "_heard.Add\\(known\\)", "_heard.Count == _heard.Single().ToString().Length", "Your code threw in CostAccountant.cs, line 30: InvalidOperationException")]
    public async Task A_wrong_answer_is_told_apart(int lab, string file, string right, string wrong, string says)
    {
        var (passed, said) = await LabChecks.OfChangedAsync(lab, file, right, wrong);

        passed.ShouldBeFalse();
        said.ShouldContain(says);
    }
}
