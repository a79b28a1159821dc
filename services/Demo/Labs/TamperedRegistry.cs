using System.Text;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Labs;

/// <summary>A data directory of lab 09, in which somebody changed one thing, or nothing.</summary>
/// <param name="Directory">The data directory of a run.</param>
internal sealed record TamperedRegistry(string Directory)
{
    /// <summary>The version whose artifact is changed, in every such registry.</summary>
    public const int ArtifactOf = 2;

    /// <summary>The version whose rows are others.</summary>
    public const int RowsOf = 3;

    private const string Trigger = "\"performance\"";

    /// <summary>What an audit of it says.</summary>
    public AuditReport Audit()
    {
        var data = new DataDirectory(Directory);
        return RegistryAudit.Run(Stores.Journal(data), Stores.Blobs(data), new ArtifactVerifier(data));
    }

    /// <summary>Changes what stands for a name: A the artifact of a version, B the journal, C nothing, D the rows of a version.</summary>
    public void Tamper(string name)
    {
        var registry = Path.Combine(Directory, "registry");
        var versions = RegistryReader.Read(Stores.Journal(new DataDirectory(Directory)));
        switch (name)
        {
            case "A":
                var artifact = Path.Combine(registry, "artefacts", $"{versions[ArtifactOf - 1].Sha256}.model");
                var bytes = File.ReadAllBytes(artifact);
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(artifact, bytes);
                break;
            case "B":
                var journal = Path.Combine(registry, "journal.jsonl");
                var text = File.ReadAllText(journal);
                var at = text.IndexOf(Trigger, StringComparison.Ordinal);
                File.WriteAllBytes(journal, Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), "\"code-change\"", text.AsSpan(at + Trigger.Length))));
                break;
            case "D":
                string Rows(int version) => Path.Combine(registry, "snapshots", $"{versions[version - 1].DatasetSha256}.parquet");
                File.Copy(Rows(RowsOf - 1), Rows(RowsOf), overwrite: true);
                break;
        }
    }
}
