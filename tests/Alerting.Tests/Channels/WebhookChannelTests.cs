using System.Text.Json;

namespace MonitoringDemo.Alerting.Tests.Channels;

public sealed class WebhookChannelTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Receiver _receiver = new();

    public async ValueTask InitializeAsync() => await _receiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task It_posts_json_with_an_idempotency_key_and_the_token()
    {
        await using var house = await StartAsync(("Alerting:Webhook:Token", "t0ken"));

        await house.SendAsync(Sample.Broken(), "1");

        var (key, authorization, body) = _receiver.Received.ShouldHaveSingleItem();
        key.ShouldBe("hits-8012/DataQualityBroken:raised");
        authorization.ShouldBe("Bearer t0ken");
        JsonDocument.Parse(body).RootElement.GetProperty("owner").GetString().ShouldBe("data-owner");
    }

    [Fact]
    public async Task A_refusal_is_tried_again_later_under_the_same_key()
    {
        await using var house = await StartAsync();
        _receiver.Answer = 503;
        await house.SendAsync(Sample.Broken(), "1");

        _receiver.Answer = 200;
        house.Clock.SetUtcNow(house.Clock.GetUtcNow().AddMinutes(1));
        await house.DrainAsync();

        _receiver.Received.Select(r => r.Key).ShouldBe(["hits-8012/DataQualityBroken:raised", "hits-8012/DataQualityBroken:raised"]);
        house.Counted["mlops_notifications webhook failed"].ShouldBe(1);
        house.Counted["mlops_notifications webhook delivered"].ShouldBe(1);
    }

    [Fact]
    public async Task What_is_refused_for_good_is_given_up_and_the_next_one_goes_out()
    {
        await using var house = await StartAsync();
        _receiver.Refuses = "DataQualityBroken:raised";
        await house.SendAsync(Sample.Broken(), "1");
        await house.SendAsync(Sample.Mended(), "2");

        for (var i = 0; i < 3; i++)
        {
            house.Clock.SetUtcNow(house.Clock.GetUtcNow().AddMinutes(10));
            await house.DrainAsync();
        }

        _receiver.Received.Select(r => r.Key[^7..]).ShouldBe([":raised", ":raised", ":raised", "esolved"]);
        house.Counted["mlops_notifications webhook refused"].ShouldBe(1);
        house.Counted["mlops_notifications webhook delivered"].ShouldBe(1);
        house.Log.Lines.ShouldContain(line => line.Contains("given up after 3 attempts", StringComparison.Ordinal));
        _receiver.Lengths.ShouldAllBe(length => length > 0);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(401)]
    public async Task What_may_be_taken_another_day_is_tried_as_long_as_it_takes(int status)
    {
        await using var house = await StartAsync();
        _receiver.Answer = status;
        await house.SendAsync(Sample.Broken(), "1");

        for (var i = 0; i < 6; i++)
        {
            house.Clock.SetUtcNow(house.Clock.GetUtcNow().AddMinutes(10));
            await house.DrainAsync();
        }

        house.Counted["mlops_notifications webhook failed"].ShouldBe(7);
        house.Counted["mlops_notifications webhook refused"].ShouldBe(0);
    }

    [Fact]
    public async Task A_receiver_that_hangs_is_given_up_and_holds_up_no_other_channel()
    {
        _receiver.Gate = new TaskCompletionSource();
        await using var house = await StartAsync(("Alerting:Webhook:Timeout", "00:00:00.2"));

        await house.SendAsync(Sample.Broken(), "1");

        house.Counted["mlops_notifications webhook failed"].ShouldBe(1);
        _directory.Lines.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Neither_address_nor_token_is_logged()
    {
        _receiver.Answer = 500;
        await using var house = await StartAsync(("Alerting:Webhook:Token", "t0ken"));

        await house.SendAsync(Sample.Broken(), "1");

        house.Log.Lines.ShouldContain(line => line.Contains("webhook", StringComparison.Ordinal));
        house.Log.Lines.ShouldNotContain(line => line.Contains("s3cret", StringComparison.Ordinal) || line.Contains("t0ken", StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_that_is_none_stops_the_start_and_is_not_shown()
    {
        var options = new AlertingOptions { Webhook = { Url = new Uri("ftp://s3cret.example.org") } };

        var result = new AlertingOptionsValidator().Validate(null, options);

        result.FailureMessage!.ShouldContain("Alerting:Webhook:Url");
        result.FailureMessage!.ShouldNotContain("s3cret");
    }

    private Task<AlertingHouse> StartAsync(params (string, string)[] settings) =>
        new AlertingHouse(_directory.Path, null, [("Alerting:Webhook:Url", _receiver.Url), .. settings]).StartAsync();
}
