using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Signing;

namespace MonitoringDemo.Retraining.Tests;

public sealed class RetrainingModuleTests
{
    internal static WebApplication Build(string directory)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Directory"] = directory, ["Pump:Lockstep"] = "true" });
        builder.AddServiceDefaults("retraining");
        builder.AddRetraining();
        builder.AddMessaging(RetrainingModule.Consumers);
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapRetraining();
        return app;
    }

    [Fact]
    public async Task A_version_has_a_card_and_a_bill_and_what_is_not_there_or_was_altered_is_told_apart()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var fleet = await Fleet.StartAsync(new World(31));
        await fleet.ServeAsync(1_000);
        fleet.Stop();
        await using var app = Build(fleet.Directory);
        await app.StartAsync(cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var page = await http.GetAsync("v1/models/1/card", cancellation);
        var text = await http.GetAsync("v1/models/1/card?format=md", cancellation);
        var bill = await http.GetAsync("v1/models/1/bom", cancellation);
        var (missing, odd) = (await http.GetAsync("v1/models/9/card", cancellation), await http.GetAsync("v1/models/1/card?format=pdf", cancellation));
        foreach (var file in Directory.GetFiles(Path.Combine(fleet.Directory, "registry", "snapshots"))) File.Delete(file);
        var gone = await http.GetAsync("v1/models/1/card", cancellation);

        (page.Content.Headers.ContentType!.MediaType, text.Content.Headers.ContentType!.MediaType, bill.Content.Headers.ContentType!.MediaType).ShouldBe(("text/html", "text/markdown", "application/vnd.cyclonedx+json"));
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        ((int)missing.StatusCode, (int)odd.StatusCode, (int)gone.StatusCode).ShouldBe((404, 400, 500));
        (await missing.Content.ReadAsStringAsync(cancellation)).ShouldContain("the newest is 1");
        (await gone.Content.ReadAsStringAsync(cancellation)).ShouldContain("has no snapshot");
    }

    [Fact]
    public async Task The_registry_can_be_read_over_http()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var fleet = await Fleet.StartAsync(new World(30), settings: ("AllowDrills", "true"));
        await fleet.ServeAsync(2_000);
        fleet.Receive(new RetrainModel("hits", "manual", "a person", "a drill", "shuffled-labels"));
        await fleet.DrainAsync();
        fleet.Stop();
        await using var app = Build(fleet.Directory);
        await app.StartAsync(cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var models = await http.GetFromJsonAsync<JsonElement>("v1/models", cancellation);
        var decisions = await http.GetFromJsonAsync<JsonElement>("v1/decisions", cancellation);
        var experiments = await http.GetFromJsonAsync<JsonElement>("v1/experiments", cancellation);
        var missing = await http.GetAsync("v1/models/9", cancellation);
        var sha256 = models[0].GetProperty("sha256").GetString()!;
        var artifact = await http.GetByteArrayAsync($"v1/artifacts/{sha256}", cancellation);
        var envelope = await http.GetStringAsync($"v1/artifacts/{sha256}/envelope", cancellation);
        var (unknown, misnamed) = (await http.GetAsync($"v1/artifacts/{new string('0', 64)}", cancellation), await http.GetAsync("v1/artifacts/..%2fjournal.jsonl", cancellation));

        models.GetArrayLength().ShouldBe(2);
        models[0].GetProperty("role").GetString().ShouldBe("champion");
        models[0].GetProperty("trainedOnRows").EnumerateArray().Select(row => row.GetInt64()).ShouldBe([0, 2_000]);
        models[1].GetProperty("rejectedBecause").GetString().ShouldStartWith("quality");
        decisions.GetArrayLength().ShouldBe(2);
        experiments.GetArrayLength().ShouldBeGreaterThan(1);
        ((int)missing.StatusCode).ShouldBe(404);
        app.Services.GetRequiredService<ArtifactVerifier>().Verify(artifact, envelope).Sha256.ShouldBe(sha256);
        ((int)unknown.StatusCode, (int)misnamed.StatusCode).ShouldBe((404, 400));
        await app.StopAsync(cancellation);
    }

    [Fact]
    public async Task Every_action_and_outcome_is_counted_from_zero()
    {
        var directory = Directory.CreateTempSubdirectory("retraining-").FullName;
        var seen = new HashSet<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == RetrainingTelemetry.Name) me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => seen.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        listener.Start();

        await using (var app = Build(directory)) await app.StartAsync(TestContext.Current.CancellationToken);

        foreach (var action in DecisionActions.All) seen.ShouldContain(series => series.StartsWith($"mlops_decisions hits {action} ", StringComparison.Ordinal), action);
        seen.ShouldContain("mlops_retraining_runs hits performance promoted");
        seen.ShouldContain("mlops_gate_results hits quality failed");
        seen.ShouldContain("mlops_gate_results hits shadow failed");
        seen.ShouldContain("mlops_experiments hits mlnet-sdca left_out");
        Directory.Delete(directory, recursive: true);
    }
}
