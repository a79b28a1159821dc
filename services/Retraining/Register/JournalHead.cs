using System.Text;
using System.Text.Json;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>A signed statement of which record was the journal's last one at the last release: a chain of hashes can be made anew by whoever writes the file, a signature cannot.</summary>
/// <remarks>It is written after the records. A death in between leaves the statement of the release before, which holds as well.</remarks>
internal sealed class JournalHead(IBlobStore blobs, ArtifactSigner signer)
{
    public const string PredicateType = "urn:monitoring-demo:journal-head:v1";

    /// <param name="seq">The last record.</param>
    /// <param name="hash">Its hash.</param>
    public void Sign(long seq, string hash) =>
        blobs.Write(RegistryBlobs.Head, Encoding.UTF8.GetBytes(signer.Sign(Encoding.ASCII.GetBytes(hash), "journal", PredicateType, new Stated(seq, hash))), replace: true);

    /// <summary>States that a release serves an older version than the one before it: who serves may want to see that the registry means it.</summary>
    public void Permit(ReleaseChanged change) => ReleasePermit.Of(change).Sign(blobs, signer);

    /// <summary>Whether that was stated.</summary>
    public bool HasPermit(long sequence) => blobs.Exists(RegistryBlobs.Permit(sequence));

    /// <summary>What is stated, by the trusted key; null where no release was ever stated.</summary>
    /// <exception cref="InvalidSignatureException">It is not by the trusted key, or no such statement.</exception>
    public static Stated? Read(IBlobStore blobs, ArtifactVerifier verifier) => blobs.Exists(RegistryBlobs.Head)
        ? verifier.PredicateOf(Encoding.UTF8.GetString(blobs.Read(RegistryBlobs.Head)), PredicateType).Deserialize<Stated>(MessageJson.Options)
        : null;

    /// <param name="Seq">The last record at the last release.</param>
    /// <param name="Hash">Its hash.</param>
    internal sealed record Stated(long Seq, string Hash);
}
