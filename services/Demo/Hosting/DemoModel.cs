using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Demo.Hosting;

/// <summary>What is said on the cards of the demo's own model, unless the settings say otherwise.</summary>
internal static class DemoModel
{
    public static IReadOnlyDictionary<string, string?> Statements { get; } = new Dictionary<string, string?>
    {
        [Key(nameof(CardOptions.IntendedUse))] = "To show how a model in production is watched and renewed: it answers whether a made-up song will be a hit. Nobody decides anything by it.",
        [Key(nameof(CardOptions.KnownLimits))] = "Not for real songs or artists: the world that it learns is generated, and changes when a scenario is pressed.",
        [Key(nameof(CardOptions.DataNote))] = "Generated songs of no person; nobody's consent is needed.",
        [Key(nameof(CardOptions.ModelOwner))] = "whoever started the demo",
        [Key(nameof(CardOptions.SensitiveFeatures))] = "mode",
    };

    /// <summary>What people said of the model whose rows a log holds, from the same settings as a fleet takes it from.</summary>
    public static CardOptions SaidOf(IInferenceLog log)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(IsOfSongs(log) ? Statements : new Dictionary<string, string?>()).AddEnvironmentVariables().Build();
        return settings.GetSection(RetrainingModule.Section).Get<CardOptions>() ?? new CardOptions();
    }

    private static bool IsOfSongs(IInferenceLog log)
    {
        using var reader = log.OpenReader(0, TruncatedReads.Skip);
        return reader.TryRead(out _) && reader.HasSchema
            && SchemaJson.Read(reader.Schema.Span).Features.Select(feature => feature.Name).SequenceEqual(SongSchema.Instance.Features.Select(feature => feature.Name));
    }

    private static string Key(string name) => $"{RetrainingModule.Section}:{name}";
}
