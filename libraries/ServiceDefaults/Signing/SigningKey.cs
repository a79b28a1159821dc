using System.Security.Cryptography;
using System.Text;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>The ECDSA P-256 key pair under <c>keys/</c>.</summary>
internal static class SigningKey
{
    public const string PrivateFile = "artifact-signing.pem";
    public const string PublicFile = "artifact-signing.pub.pem";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key; the first caller creates it. Another process may create it in the same moment, and then that one's key counts.</summary>
    public static ECDsa OpenOrCreate(DataDirectory data)
    {
        var file = data.PathOf("keys", PrivateFile);
        if (!File.Exists(file))
        {
            using var created = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            WholeFile.TryCreate(file, Encoding.ASCII.GetBytes(created.ExportPkcs8PrivateKeyPem() + "\n"), ownerOnly: true);
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(file) != OwnerOnly) File.SetUnixFileMode(file, OwnerOnly);
        var key = Import(file, Of);
        var trusted = data.PathOf("keys", PublicFile);
        if (!File.Exists(trusted)) WholeFile.TryCreate(trusted, Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n"));
        return key;
    }

    /// <summary>Makes another key the one that signs. The public halves of those before stay trusted; their private halves are gone.</summary>
    /// <returns>The id of the new key.</returns>
    /// <exception cref="FileNotFoundException">There is none yet, and so none before.</exception>
    public static string Rotate(DataDirectory data)
    {
        OpenPrivate(data).Dispose();
        OpenOrCreate(data).Dispose();
        var file = data.PathOf("keys", PublicFile);
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Trusted before anything is signed with it: a death in between leaves a key that never signs.
        WholeFile.Replace(file, Encoding.ASCII.GetBytes($"{File.ReadAllText(file).TrimEnd()}\n{next.ExportSubjectPublicKeyInfoPem()}\n"), flushToDisk: true);
        WholeFile.Replace(data.PathOf("keys", PrivateFile), Encoding.ASCII.GetBytes(next.ExportPkcs8PrivateKeyPem() + "\n"), flushToDisk: true, ownerOnly: true);
        return IdOf(next);
    }

    /// <summary>The key that signs.</summary>
    /// <exception cref="FileNotFoundException">There is none yet.</exception>
    public static ECDsa OpenPrivate(DataDirectory data) => Import(data.PathOf("keys", PrivateFile), Of);

    /// <summary>Every key that is trusted, oldest first.</summary>
    /// <exception cref="FileNotFoundException">There is no file of them.</exception>
    /// <exception cref="InvalidSignatureException">It holds none.</exception>
    public static IReadOnlyList<ECDsa> OpenPublic(DataDirectory data) => Import(data.PathOf("keys", PublicFile), Many);

    /// <summary>Every key of a text that holds several, one after the other.</summary>
    /// <param name="pem">The keys.</param>
    /// <param name="where">Where they were given, for whoever has to mend it.</param>
    /// <exception cref="InvalidSignatureException">It holds none, or something that is none.</exception>
    public static IReadOnlyList<ECDsa> Many(string pem, string where)
    {
        var keys = new List<ECDsa>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var found))
        {
            // Tools write parameters beside a key.
            if (rest[found.Label].ToString() is "PUBLIC KEY" or "PRIVATE KEY" or "EC PRIVATE KEY") keys.Add(Of(rest[found.Location].ToString(), where));
            rest = rest[found.Location.End..];
        }

        return keys.Count > 0 ? keys : throw new InvalidSignatureException($"{where} holds no ECDSA key in PEM form.");
    }

    /// <summary>A key that was given.</summary>
    /// <param name="pem">The key.</param>
    /// <param name="where">Where it was given, for whoever has to mend it.</param>
    /// <exception cref="InvalidSignatureException">It is none.</exception>
    public static ECDsa Of(string pem, string where)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidSignatureException($"{where} holds no ECDSA key in PEM form.", e);
        }
    }

    public static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static T Import<T>(string file, Func<string, string, T> read)
    {
        var pem = File.ReadAllText(file);
        try
        {
            return read(pem, $"'{file}'");
        }
        catch (InvalidSignatureException e)
        {
            throw new InvalidSignatureException($"{e.Message} Restore it, or start anew with --fresh.", e);
        }
    }
}
