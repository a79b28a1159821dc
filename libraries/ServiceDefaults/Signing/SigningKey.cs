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
        var key = Import(file);
        var trusted = data.PathOf("keys", PublicFile);
        if (!File.Exists(trusted)) WholeFile.TryCreate(trusted, Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n"));
        return key;
    }

    public static ECDsa OpenPublic(DataDirectory data) => Import(data.PathOf("keys", PublicFile));

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

    private static ECDsa Import(string file)
    {
        var pem = File.ReadAllText(file);
        try
        {
            return Of(pem, $"'{file}'");
        }
        catch (InvalidSignatureException e)
        {
            throw new InvalidSignatureException($"{e.Message} Restore it, or start anew with --fresh.", e);
        }
    }
}
