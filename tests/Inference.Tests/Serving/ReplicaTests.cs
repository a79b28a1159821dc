using System.Net;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Tests.Serving;

/// <summary>One of several services that answer for the same model.</summary>
public sealed class ReplicaTests
{
    private static readonly (string, string) _shipped = ("Log:Stream", "true");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ids_name_the_log_and_the_row_and_stay_the_same_when_a_request_is_repeated()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10, settings: _shipped);
        var first = PredictionIds.FirstOf(new InferenceLogFiles(house.Log).ReadId()!);

        var answer = await house.PredictAsync(SongWorld.Request(2, out _, requestId: "r-1"));
        var again = await house.PredictAsync(SongWorld.Request(2, out _, requestId: "r-1"));

        answer["predictions"]!.AsArray().Select(each => each!["id"]!.GetValue<string>()).ShouldBe([$"p-{first + 10}", $"p-{first + 11}"]);
        again.ToJsonString().ShouldBe(answer.ToJsonString());
    }

    [Fact]
    public async Task An_outcome_of_its_own_goes_to_its_row_and_one_of_anothers_is_written_down_as_it_came()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10, settings: _shipped);
        var first = PredictionIds.FirstOf(new InferenceLogFiles(house.Log).ReadId()!);
        var another = PredictionIds.FirstOf("another");
        await house.PredictAsync(SongWorld.Request(2, out _));
        var body = $$"""{"outcomes":[{"id":"p-{{another + 700}}","label":1},{"id":"p-{{first + 11}}","label":0}]}""";

        using var taken = await house.PostAsync("/v1/outcomes", body);
        using var again = await house.PostAsync("/v1/outcomes", body);

        (await taken.Content.ReadAsStringAsync(Cancellation)).ShouldBe("""{"accepted":2,"duplicates":0}""");
        (await again.Content.ReadAsStringAsync(Cancellation)).ShouldBe("""{"accepted":1,"duplicates":1}""");
        house.ReadLog().OfType<OutcomeBatch>().Select(batch => batch.Rows).ShouldBe([[11, another + 700], [another + 700]]);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(999_999_999_999)]
    public async Task An_outcome_of_a_row_that_it_never_served_is_refused(long row)
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10, settings: _shipped);
        var first = PredictionIds.FirstOf(new InferenceLogFiles(house.Log).ReadId()!);
        await house.PredictAsync(SongWorld.Request(2, out _));

        using var own = await house.PostAsync("/v1/outcomes", $$"""{"outcomes":[{"id":"p-{{first + row}}","label":1}]}""");
        using var unnamed = await house.PostAsync("/v1/outcomes", """{"outcomes":[{"id":"p-10","label":1}]}""");

        (own.StatusCode, unnamed.StatusCode).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Where_there_is_one_log_an_id_of_another_is_refused()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10);
        await house.PredictAsync(SongWorld.Request(2, out _));

        using var answer = await house.PostAsync("/v1/outcomes", $$"""{"outcomes":[{"id":"p-{{PredictionIds.FirstOf("another") + 10}}","label":1}]}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task It_says_what_it_loaded_under_a_name_of_its_own_and_at_the_row_that_all_know()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10, settings: _shipped);
        var number = PredictionIds.NumberOf(new InferenceLogFiles(house.Log).ReadId()!);

        var loaded = house.Said.Loaded.ShouldHaveSingleItem().Message;

        (loaded.Instance, loaded.Row).ShouldBe(($"inference-{number}", 0L));
    }

    [Fact]
    public async Task It_is_led_to_before_the_first_release_and_no_more_while_it_serves_nothing_of_what_is_in_force()
    {
        await using var house = await InferenceHouse.StartAsync(settings: [_shipped]);
        using var before = await house.Http.GetAsync(new Uri("/health/serving", UriKind.Relative), Cancellation);
        var model = house.Register(1, SongWorld.Model(1));
        File.Delete(house.ArtifactPath(model.Sha256, ".model"));

        await house.ReleaseAsync(1, model);

        using var after = await house.Http.GetAsync(new Uri("/health/serving", UriKind.Relative), Cancellation);
        (before.StatusCode, after.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable));
    }
}
