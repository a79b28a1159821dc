using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>Keys that are given and not made. Section <c>Signing</c>; each is PEM, as a setting or, with <c>_FILE</c> behind its name, in a file.</summary>
/// <param name="PrivateKey">Signs; null for the one under <c>keys/</c>, which the first signature makes. Only retraining has to have it.</param>
/// <param name="TrustedKey">The public keys whose signatures are trusted, one after the other; null for that of <paramref name="PrivateKey"/>, or else those under <c>keys/</c>.</param>
/// <param name="Revocations">The file of what is trusted no more; null for <c>keys/revoked.json</c>, which may be missing. It is read at every check.</param>
/// <param name="OldestVersion">Versions of a model before this one are not served, whoever signed them; 0 for none.</param>
/// <param name="DowngradesNeedPermit">Whether a version older than the one served is served only with a signed statement of the registry that this very release does so.</param>
public sealed record SigningOptions(string? PrivateKey = null, string? TrustedKey = null, string? Revocations = null, int OldestVersion = 0, bool DowngradesNeedPermit = false)
{
    private const string Section = "Signing";

    /// <summary>Reads what is configured.</summary>
    /// <exception cref="OptionsValidationException">A file that is named cannot be read, or what is given is no key.</exception>
    public static SigningOptions Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new SigningOptions(
            Read(configuration, nameof(PrivateKey)), Read(configuration, nameof(TrustedKey)), List(configuration),
            Parsed(configuration, nameof(OldestVersion), "a version, 0 or more", text => int.TryParse(text, CultureInfo.InvariantCulture, out var version) && version >= 0 ? version : null, 0),
            Parsed(configuration, nameof(DowngradesNeedPermit), "true or false", text => bool.TryParse(text, out var need) ? need : null, false));
    }

    private static string? List(IConfiguration configuration)
    {
        const string Key = $"{Section}:{nameof(Revocations)}_FILE";
        if (configuration[Key] is not { Length: > 0 } file) return null;
        try
        {
            RevocationList.Read(file);
            return file;
        }
        catch (InvalidSignatureException e)
        {
            throw new OptionsValidationException(Key, typeof(SigningOptions), [$"{Key}: {e.Message}"]);
        }
    }

    private static T Parsed<T>(IConfiguration configuration, string name, string what, Func<string, T?> parse, T otherwise)
        where T : struct
    {
        if (configuration[$"{Section}:{name}"] is not { Length: > 0 } text) return otherwise;
        return parse(text) ?? throw new OptionsValidationException(name, typeof(SigningOptions), [$"{Section}:{name} must be {what}, not '{text}'"]);
    }

    private static string? Read(IConfiguration configuration, string name)
    {
        var key = $"{Section}:{name}";
        var pem = SecretSetting.Read(configuration, key);
        if (pem is null) return null;
        try
        {
            foreach (var each in name == nameof(TrustedKey) ? SigningKey.Many(pem, key) : [SigningKey.Of(pem, key)]) each.Dispose();
            return pem;
        }
        catch (InvalidSignatureException e)
        {
            throw new OptionsValidationException(key, typeof(SigningOptions), [e.Message]);
        }
    }
}
