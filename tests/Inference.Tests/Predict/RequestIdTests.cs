using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Tests.Predict;

public sealed class RequestIdTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_byte_for_byte_also_from_another_model_and_after_a_restart()
    {
        var house = await InferenceHouse.ServingAsync();
        var request = SongWorld.Request(7, out _, requestId: "batch-17");
        var first = await Answer(house, request);
        await house.ReleaseAsync(2, house.Register(2, SongWorld.Model(2)));

        var repeated = await Answer(house, request);
        await using var again = await house.RestartAsync();
        var afterRestart = await Answer(again, request);

        repeated.ShouldBe(first);
        afterRestart.ShouldBe(first);
        again.ReadLog().OfType<PredictionBatch>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_request_id_that_comes_again_with_other_rows_or_times_is_refused_and_nothing_is_stored()
    {
        await using var house = await InferenceHouse.ServingAsync();
        var request = SongWorld.Request(7, out _, requestId: "batch-17");
        await Answer(house, request);

        string[] others =
        [
            SongWorld.Request(7, out _, seed: 2, requestId: "batch-17"), SongWorld.Request(6, out _, requestId: "batch-17"),
            request.Replace("\"requestId\"", "\"eventTimes\":[\"2026-01-31T09:30:00Z\",null,null,null,null,null,null],\"requestId\"", StringComparison.Ordinal),
        ];
        foreach (var other in others)
        {
            using var answer = await house.PostAsync("/v1/predictions", other);
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("'batch-17' was answered before, for other rows");
        }

        house.ReadLog().OfType<PredictionBatch>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_request_sent_many_times_at_once_is_served_once()
    {
        await using var house = await InferenceHouse.ServingAsync();
        var request = SongWorld.Request(50, out _, requestId: "at-once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Answer(house, request)));

        answers.Distinct().Count().ShouldBe(1);
        house.ReadLog().OfType<PredictionBatch>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_last_requests_are_remembered()
    {
        await using var house = await InferenceHouse.ServingAsync(settings: ("Inference:RememberedRequests", "2"));
        foreach (var id in (string[])["a", "b", "c"]) await Answer(house, SongWorld.Request(1, out _, requestId: id));

        await Answer(house, SongWorld.Request(1, out _, requestId: "c"));
        await Answer(house, SongWorld.Request(1, out _, requestId: "b"));
        house.ReadLog().OfType<PredictionBatch>().Count().ShouldBe(3);

        await Answer(house, SongWorld.Request(1, out _, requestId: "a"));
        house.ReadLog().OfType<PredictionBatch>().Count().ShouldBe(4);
    }

    private static async Task<string> Answer(InferenceHouse house, string request)
    {
        using var answer = await house.PostAsync("/v1/predictions", request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
