using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Storage;
using MonitoringDemo.Storage.Tests;

namespace MonitoringDemo.Retraining.Tests.Register;

public sealed class RegistryTests
{
    private static World Flips() => new(12) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] };

    private static async Task<string> RetrainAsync(Fleet fleet)
    {
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        await fleet.ServeAsync(2_000);
        fleet.Restart();
        await fleet.ServeAsync(500);
        return string.Join('\n', RegistryReader.Read(fleet.Get<IJournal>()).Select(version => JsonSerializer.Serialize(version)));
    }

    [Fact]
    public async Task A_registry_that_is_kept_elsewhere_comes_to_the_same_versions()
    {
        var (journal, blobs) = (new MemoryJournal(), new MemoryBlobs());
        await using var files = await Fleet.StartAsync(Flips());
        await using var elsewhere = await Fleet.StartAsync(Flips(), stores: services => services.AddSingleton<IJournal>(journal).AddSingleton<IBlobStore>(blobs));

        var (ofFiles, ofElsewhere) = (await RetrainAsync(files), await RetrainAsync(elsewhere));

        ofElsewhere.ShouldBe(ofFiles);
        elsewhere.Decisions.ShouldNotBeEmpty();
        files.Get<IJournal>().Read().Select(record => record.Fact.Payload.GetRawText()).ShouldBe(journal.Read().Select(record => record.Fact.Payload.GetRawText()));
        Directory.Exists(Path.Combine(elsewhere.Directory, "registry", "artefacts")).ShouldBeFalse();
        File.Exists(Path.Combine(elsewhere.Directory, "registry", "journal.jsonl")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_registry_that_another_one_wrote_behind_its_back_decides_nothing_more_and_says_why()
    {
        var journal = new MemoryJournal();
        await using var fleet = await Fleet.StartAsync(Flips(), stores: services => services.AddSingleton<IJournal>(journal));
        var known = journal.Read();
        journal.Append(known.Count, 0, DateTimeOffset.UnixEpoch, [JournalEventTypes.Write(new ReleaseRefused("incident", 9, 9, "written by another"))]);

        fleet.Receive(new RetrainModel("hits", "manual", "a person", "because", null));
        var conflict = await Should.ThrowAsync<JournalConflictException>(fleet.DrainAsync);

        conflict.After.ShouldBe(known.Count);
        journal.Read().Count.ShouldBe(known.Count + 1);
    }

    [Fact]
    public void An_event_that_this_version_does_not_know_stops_the_reading_by_name()
    {
        var journal = new MemoryJournal();
        journal.Append(0, 0, DateTimeOffset.UnixEpoch, [new JournalFact("moon-landing", JsonSerializer.SerializeToElement(1))]);

        var refused = Should.Throw<DamagedJournalException>(() => RegistryReader.Read(journal));

        refused.Message.ShouldContain("'moon-landing'");
        refused.Message.ShouldContain("newer version");
    }

    [Fact]
    public void An_event_of_another_shape_stops_the_reading_by_its_number()
    {
        var journal = new MemoryJournal();
        journal.Append(0, 0, DateTimeOffset.UnixEpoch, [new JournalFact("decided", JsonSerializer.SerializeToElement(1))]);

        Should.Throw<DamagedJournalException>(() => RegistryReader.Read(journal)).Message.ShouldContain("line 1");
    }
}
