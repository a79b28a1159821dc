using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>The signing keys of a data directory: which sign, which are trusted, and what is revoked.</summary>
/// <param name="data">The directory.</param>
public sealed class KeyRing(DataDirectory data)
{
    /// <summary>Every trusted key, oldest first.</summary>
    /// <exception cref="FileNotFoundException">There is no key yet.</exception>
    /// <exception cref="InvalidSignatureException">A file holds no key, or no list.</exception>
    public IReadOnlyList<KnownKey> Keys
    {
        get
        {
            using var signs = SigningKey.OpenPrivate(data);
            var (current, revoked) = (SigningKey.IdOf(signs), Revoked);
            var keys = SigningKey.OpenPublic(data);
            try
            {
                return [.. keys.Select(SigningKey.IdOf).Select(id => new KnownKey(id, id == current, revoked.Key(id)))];
            }
            finally
            {
                foreach (var key in keys) key.Dispose();
            }
        }
    }

    /// <summary>What is trusted no more.</summary>
    /// <exception cref="InvalidSignatureException">The list cannot be read.</exception>
    public RevocationList Revoked => RevocationList.Read(ListPath, mayBeMissing: true);

    /// <summary>Another key signs from now on; those before stay trusted.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="FileNotFoundException">There is no key yet.</exception>
    public string Rotate() => SigningKey.Rotate(data);

    /// <summary>Nothing that a key signed is trusted from now on.</summary>
    public void RevokeKey(string id, string reason) => Change(list => list.Key(id) is null ? list with { Keys = [.. list.Keys, new Revocation(id, reason)] } : list);

    /// <summary>One artifact is trusted no more, whoever signed it.</summary>
    public void RevokeArtifact(string sha256, string reason) => Change(list => list.Artifact(sha256) is null ? list with { Artifacts = [.. list.Artifacts, new Revocation(sha256, reason)] } : list);

    private string ListPath => data.PathOf("keys", RevocationList.File);

    private void Change(Func<RevocationList, RevocationList> change) => change(Revoked).Write(ListPath);
}
