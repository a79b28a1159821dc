using MonitoringDemo.Demo.Labs;

namespace MonitoringDemo.Demo.Tests.Labs;

/// <summary>Lab 10 over a real broker and real processes, beside the other labs.</summary>
public sealed class ScaleOutLabTests
{
    public const int Number = 10;

    [Fact]
    public async Task The_start_fails_with_the_first_hint_and_with_the_solution_nothing_is_lost_or_doubled_though_replica_and_broker_are_killed()
    {
        var start = await LabChecks.OfAsync(Number, LabFolder.Start);
        var solution = await LabChecks.OfAsync(Number, LabFolder.Solution);

        Assert.SkipWhen(solution.Said.Contains("cannot be tried on this machine", StringComparison.Ordinal), solution.Said);
        start.Passed.ShouldBeFalse();
        start.Said.ShouldContain("Hint 1 of 3: ");
        solution.Passed.ShouldBeTrue(solution.Said);
        solution.Said.ShouldContain("0 lost, 0 doubled");
    }

    [Fact]
    public async Task A_setting_out_of_range_is_refused_by_its_name()
    {
        var wrong = LabChecks.OfChangedAsync(Number, LabAnswers.FileName, "\"attempts\": 20", "\"attempts\": 0");

        (await Should.ThrowAsync<UnusableInputException>(wrong)).Message.ShouldBe("\"attempts\" has to be a whole number from 1 to 100, not 0.");
    }
}
