using System.Security.Cryptography;

namespace MonitoringDemo.AppHost;

/// <summary>What the services keep and what they are given, under one folder: remove it to begin anew.</summary>
internal sealed class FleetFiles
{
    private readonly string _root;

    public FleetFiles(string root)
    {
        _root = Path.GetFullPath(root);
        Directory.CreateDirectory(_root);
        if (File.Exists(SigningKey) && File.Exists(TrustedKey)) return;

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Nobody but its owner reads it, from the first byte on.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(SigningKey, options)) file.Write(key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(TrustedKey, key.ExportSubjectPublicKeyInfoPem());
    }

    /// <summary>Signs models; for retraining alone.</summary>
    public string SigningKey => Path.Combine(_root, "signing.pem");

    /// <summary>What inference trusts.</summary>
    public string TrustedKey => Path.Combine(_root, "signing-public.pem");

    /// <summary>A directory that no other service shares.</summary>
    public string DataOf(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
}
