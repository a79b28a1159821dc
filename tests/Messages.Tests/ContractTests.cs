using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Messages.Tests;

public sealed class ContractTests
{
    /// <summary>A record that another one holds is a part; the rest are messages.</summary>
    private static readonly Type[] _messages = FindMessages();

    public static TheoryData<string> Names => [.. _messages.Select(m => m.Name)];

    [Fact]
    public void Every_message_has_a_sample_and_every_sample_is_a_message()
    {
        var approved = Directory.GetFiles(ApprovedFolder, "*.json").Select(Path.GetFileNameWithoutExtension);

        Samples.All.Keys.Select(t => t.Name).Order().ShouldBe(_messages.Select(t => t.Name).Order());
        approved.Order().ShouldBe(_messages.Select(t => t.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_is_written_as_approved(string name)
    {
        var sample = Sample(name);

        var written = JsonSerializer.SerializeToNode(sample, sample.GetType(), MessageJson.BusOptions);

        JsonNode.DeepEquals(written, Approved(name)).ShouldBeTrue($"approved/{name}.json differs from what the bus writes now:\n{written}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_approved_message_is_read_as_the_record_it_was(string name)
    {
        var sample = Sample(name);

        var read = Approved(name).Deserialize(sample.GetType(), MessageJson.BusOptions)!;

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, read.GetType(), MessageJson.BusOptions), Approved(name)).ShouldBeTrue();
        if (!HoldsAList(sample.GetType())) read.ShouldBe(sample);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_member_added_by_a_newer_sender_is_ignored(string name)
    {
        var newer = Approved(name).AsObject();
        newer["addedLater"] = "by a newer sender";

        var read = newer.Deserialize(Sample(name).GetType(), MessageJson.BusOptions)!;

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, read.GetType(), MessageJson.BusOptions), Approved(name)).ShouldBeTrue();
    }

    [Fact]
    public void An_optional_member_may_be_left_out()
    {
        var retrain = Approved(nameof(RetrainModel)).AsObject();
        retrain.Remove("trainer");
        var decision = Approved(nameof(DecisionMade)).AsObject();
        decision.Remove("gate");
        decision.Remove("version");

        retrain.Deserialize<RetrainModel>(MessageJson.BusOptions)!.Trainer.ShouldBeNull();
        decision.Deserialize<DecisionMade>(MessageJson.BusOptions)!.Gate.ShouldBeNull();
    }

    [Fact]
    public void A_statistic_that_is_no_number_or_without_end_travels_too()
    {
        var health = new FeatureHealth("energy", "psi", double.NaN, double.PositiveInfinity);

        var read = JsonSerializer.Deserialize<FeatureHealth>(JsonSerializer.Serialize(health, MessageJson.BusOptions), MessageJson.BusOptions);

        read.ShouldBe(health);
    }

    private static string ApprovedFolder => Path.Combine(AppContext.BaseDirectory, "approved");

    private static object Sample(string name) => Samples.All.Single(s => s.Key.Name == name).Value;

    private static JsonNode Approved(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(ApprovedFolder, name + ".json")))!;

    private static bool HoldsAList(Type record) => record.GetProperties().Any(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));

    private static Type[] FindMessages()
    {
        var records = typeof(FindingsReported).Assembly.GetExportedTypes().Where(t => t.GetMethod("<Clone>$") is not null).ToArray();
        var parts = records.SelectMany(r => r.GetProperties()).SelectMany(p => p.PropertyType.GetGenericArguments().Append(p.PropertyType)).ToHashSet();
        return [.. records.Where(r => !parts.Contains(r))];
    }
}
