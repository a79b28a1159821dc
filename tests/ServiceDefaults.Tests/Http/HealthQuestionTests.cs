using MonitoringDemo.ServiceDefaults.Http;

namespace MonitoringDemo.ServiceDefaults.Tests.Http;

public sealed class HealthQuestionTests
{
    [Fact]
    public async Task A_service_that_is_alive_is_found_under_any_address_it_may_be_bound_to()
    {
        await using var service = await TestService.StartAsync();
        var port = service.Client.BaseAddress!.Port;
        using var said = new StringWriter();

        var answers = new List<int>();
        foreach (var host in new[] { "127.0.0.1", "0.0.0.0", "*", "+", "[::]", "localhost" }) answers.Add(await HealthQuestion.AskAsync([$"https://*:1", $"http://{host}:{port}"], said));

        answers.ShouldAllBe(code => code == 0);
        said.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_told_in_one_line_with_exit_code_1()
    {
        await using var service = await TestService.StartAsync();
        var address = service.Client.BaseAddress!.ToString();
        await service.App.StopAsync(TestContext.Current.CancellationToken);
        using var said = new StringWriter();

        var code = await HealthQuestion.AskAsync([address], said);
        var unknown = await HealthQuestion.AskAsync([], said);

        code.ShouldBe(1);
        unknown.ShouldBe(1);
        said.ToString().Trim().Split('\n').Length.ShouldBe(2);
        said.ToString().ShouldContain($"{address}health/live does not answer");
    }
}
