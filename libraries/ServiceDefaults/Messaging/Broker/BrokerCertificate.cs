using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>Decides whether the broker's certificate is trusted, and remembers why it was not: the client's own error does not say.</summary>
internal sealed class BrokerCertificate
{
    private readonly X509Certificate2Collection _authorities = [];
    private readonly string? _file;

    /// <exception cref="OptionsValidationException">The file of the authority cannot be read or holds no certificate.</exception>
    public BrokerCertificate(IOptions<MessagingOptions> options)
    {
        _file = options.Value.CertificateAuthority;
        if (string.IsNullOrWhiteSpace(_file)) return;
        try
        {
            _authorities.ImportFromPemFile(_file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unusable(e.Message);
        }

        if (_authorities.Count == 0) throw Unusable("no certificate stands in it");
    }

    /// <summary>Why the last certificate was refused; null when it was accepted.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Until when the last certificate that was shown is valid; null before the first.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not null)
        {
            using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
            ExpiresAt = shown.NotAfter;
        }

        Refusal = certificate is null ? "The broker showed no certificate." : WhyNot(certificate, chain, errors);
        return Refusal is null;
    }

    private string? WhyNot(X509Certificate certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return $"The broker's certificate ({certificate.Subject}) is not made for the host name in the address.";
        if (_authorities.Count == 0)
            return errors == SslPolicyErrors.None ? null : Untrusted(certificate, "this machine trusts", chain, $"Set {MessagingOptions.Section}:{nameof(MessagingOptions.CertificateAuthority)} to the file of its authority.");

        using var ours = new X509Chain();
        ours.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        ours.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        ours.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        ours.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1")); // It may serve TLS.
        if (chain is not null) ours.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return ours.Build(shown) ? null : Untrusted(certificate, $"stands in {_file}", ours, "");
    }

    private static string Untrusted(X509Certificate certificate, string which, X509Chain? chain, string mend)
    {
        var statuses = string.Join(", ", (chain?.ChainStatus ?? []).Select(status => status.Status).Distinct());
        return $"The broker's certificate ({certificate.Subject}, issued by {certificate.Issuer}) is not signed by an authority that {which} ({statuses}). {mend}".TrimEnd();
    }

    private OptionsValidationException Unusable(string reason) =>
        new(MessagingOptions.Section, typeof(MessagingOptions), [$"{MessagingOptions.Section}:{nameof(MessagingOptions.CertificateAuthority)} names '{_file}', which cannot be used: {reason}"]);
}
