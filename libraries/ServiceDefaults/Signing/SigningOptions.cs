using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>Keys that are given and not made. Section <c>Signing</c>; each is PEM, as a setting or, with <c>_FILE</c> behind its name, in a file.</summary>
/// <param name="PrivateKey">Signs; null for the one under <c>keys/</c>, which the first signature makes. Only retraining has to have it.</param>
/// <param name="TrustedKey">The public key whose signatures are trusted; null for that of <paramref name="PrivateKey"/>, or else the one under <c>keys/</c>.</param>
public sealed record SigningOptions(string? PrivateKey = null, string? TrustedKey = null)
{
    private const string Section = "Signing";

    /// <summary>Reads what is configured.</summary>
    /// <exception cref="OptionsValidationException">A file that is named cannot be read, or what is given is no key.</exception>
    public static SigningOptions Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new SigningOptions(Read(configuration, nameof(PrivateKey)), Read(configuration, nameof(TrustedKey)));
    }

    private static string? Read(IConfiguration configuration, string name)
    {
        var key = $"{Section}:{name}";
        var pem = SecretSetting.Read(configuration, key);
        if (pem is null) return null;
        try
        {
            SigningKey.Of(pem, key).Dispose();
            return pem;
        }
        catch (InvalidSignatureException e)
        {
            throw new OptionsValidationException(key, typeof(SigningOptions), [e.Message]);
        }
    }
}
