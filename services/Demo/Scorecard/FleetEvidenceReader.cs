using MonitoringDemo.Retraining;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Demo.Scorecard;

/// <summary>Gathers what a fleet is and has done, also while it works.</summary>
internal static class FleetEvidenceReader
{
    /// <summary>Reads the registry's journal.</summary>
    public static FleetEvidence Read(IReadOnlyDictionary<string, string?> settings, IJournal journal) =>
        new(settings, RegistryReader.Read(journal), RegistryReader.ReadExperiments(journal));

    /// <summary>Also checks all that the registry keeps, and trains the version that serves again.</summary>
    public static FleetEvidence ReadThoroughly(IReadOnlyDictionary<string, string?> settings, IJournal journal, IBlobStore blobs, ArtifactVerifier verifier)
    {
        var (models, experiments) = (RegistryReader.Read(journal), RegistryReader.ReadExperiments(journal));
        var audit = RegistryAudit.Run(journal, blobs, verifier);
        var champion = models.FirstOrDefault(model => model.Role == "champion");
        return new FleetEvidence(settings, models, experiments)
        {
            Audit = audit,
            Reproduced = champion is null || !audit.Holds ? null : Reproduction.Of(journal, blobs, champion.Version, RetrainingModule.FindTrainers()),
        };
    }
}
