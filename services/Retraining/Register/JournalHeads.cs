using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>The signed statement about the journal, for who looks after keys.</summary>
public static class JournalHeads
{
    /// <summary>Signs it anew: the same statement, by the key that signs now.</summary>
    /// <returns>False where nothing was ever stated.</returns>
    /// <exception cref="InvalidSignatureException">What stands there is not by a trusted key.</exception>
    public static bool Resign(IBlobStore blobs, ArtifactVerifier verifier, ArtifactSigner signer)
    {
        if (JournalHead.Read(blobs, verifier) is not { } stated) return false;
        new JournalHead(blobs, signer).Sign(stated.Seq, stated.Hash);
        return true;
    }
}
