using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.Tests.LoadModel;

/// <summary>Inference beside a registry whose directory it does not see.</summary>
public sealed class ArtifactFetcherTests
{
    [Fact]
    public async Task A_release_is_served_with_artifacts_that_came_over_http_and_they_are_asked_for_once()
    {
        await using var registry = await RegistryAsync();
        await using var house = await InferenceHouse.ServingAsync(settings: ("Inference:RegistryUrl", registry.Url));
        var second = Move(house, registry, house.Register(2, SongWorld.Model(2)));
        registry.Busy = 1;

        await house.ReleaseAsync(2, second);
        await house.ReleaseAsync(3, second);

        (await house.PredictAsync(SongWorld.Request(1, out _)))["modelVersion"]!.GetValue<int>().ShouldBe(2);
        File.Exists(house.ArtifactPath(second.Sha256, ".model")).ShouldBeTrue();
        registry.Asked.ShouldBe([$"/v1/artifacts/{second.Sha256}", $"/v1/artifacts/{second.Sha256}", $"/v1/artifacts/{second.Sha256}/envelope"]);
    }

    [Fact]
    public async Task What_the_registry_does_not_have_or_what_was_altered_on_the_way_is_refused()
    {
        await using var registry = await RegistryAsync();
        await using var house = await InferenceHouse.ServingAsync(settings: ("Inference:RegistryUrl", registry.Url));
        var (second, third) = (house.Register(2, SongWorld.Model(2)), Move(house, registry, house.Register(3, SongWorld.Model(3))));
        File.Delete(house.ArtifactPath(second.Sha256, ".model"));
        registry.Files[$"/v1/artifacts/{third.Sha256}"][^1] ^= 1;

        await house.ReleaseAsync(2, second);
        await house.ReleaseAsync(3, third);

        house.Said.Failed.Select(failed => failed.Version).ShouldBe([2, 3]);
        house.Said.Failed.First().Reason.ShouldContain("is missing");
        house.Said.Failed.Last().Reason.ShouldContain("not what was signed");
    }

    [Fact]
    public async Task What_the_registry_signed_anew_is_asked_for_when_the_key_before_is_revoked()
    {
        await using var registry = await RegistryAsync();
        await using var house = await InferenceHouse.ServingAsync(settings: ("Inference:RegistryUrl", registry.Url));
        var second = house.Register(2, SongWorld.Model(2));
        var before = File.ReadAllText(house.ArtifactPath(second.Sha256, ".dsse.json"));
        var ring = new KeyRing(house.Services.GetRequiredService<DataDirectory>());
        var old = ring.Keys[0].Id;
        ring.Rotate();
        Move(house, registry, house.Register(2, SongWorld.Model(2)));
        File.WriteAllText(house.ArtifactPath(second.Sha256, ".dsse.json"), before);
        ring.RevokeKey(old, "Its holder left.");

        await house.ReleaseAsync(2, second);

        house.Said.Failed.ShouldBeEmpty();
        (await house.PredictAsync(SongWorld.Request(1, out _)))["modelVersion"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task The_permit_to_go_back_comes_over_http_as_well()
    {
        await using var registry = await RegistryAsync();
        await using var house = await InferenceHouse.ServingAsync(settings: [("Inference:RegistryUrl", registry.Url), ("Signing:DowngradesNeedPermit", "true")]);
        var (first, second) = (house.Register(1, SongWorld.Model(1)), house.Register(2, SongWorld.Model(2)));
        await house.ReleaseAsync(2, second);
        var elsewhere = Directory.CreateTempSubdirectory("permits-");
        var blobs = new BlobFiles(elsewhere.FullName);
        new ReleasePermit("hits", 4, 1, first.Sha256).Sign(blobs, house.Services.GetRequiredService<ArtifactSigner>());
        registry.Files["/v1/release/4/permit"] = blobs.Read(RegistryBlobs.Permit(4));
        elsewhere.Delete(recursive: true);

        await house.ReleaseAsync(3, first);
        await house.ReleaseAsync(4, first);

        house.Said.Failed.ShouldHaveSingleItem().ReleaseSequence.ShouldBe(3);
        (await house.PredictAsync(SongWorld.Request(1, out _)))["modelVersion"]!.GetValue<int>().ShouldBe(1);
    }

    /// <summary>Takes an artifact out of the directory and puts it where it can only be asked for.</summary>
    private static ModelReference Move(InferenceHouse house, Registry registry, ModelReference reference)
    {
        foreach (var (extension, suffix) in (ReadOnlySpan<(string, string)>)[(".model", ""), (".dsse.json", "/envelope")])
        {
            var file = house.ArtifactPath(reference.Sha256, extension);
            registry.Files[$"/v1/artifacts/{reference.Sha256}{suffix}"] = File.ReadAllBytes(file);
            File.Delete(file);
        }

        return reference;
    }

    private static async Task<Registry> RegistryAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var registry = new Registry(builder.Build());
        await registry.StartAsync();
        return registry;
    }

    private sealed class Registry(WebApplication app) : IAsyncDisposable
    {
        public Dictionary<string, byte[]> Files { get; } = [];

        public List<string> Asked { get; } = [];

        /// <summary>So many requests are turned away.</summary>
        public int Busy { get; set; }

        public string Url => app.Urls.Single();

        public async Task StartAsync()
        {
            app.MapGet("/{**path}", (HttpContext context) =>
            {
                Asked.Add(context.Request.Path);
                if (Busy-- > 0) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
                return Files.TryGetValue(context.Request.Path, out var bytes) ? Results.Bytes(bytes) : Results.NotFound();
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}
