using System.Security.Authentication;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Security;
using RabbitMQ.Client;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>Where the broker is and whether the way there is encrypted. The address holds the password: it is never written anywhere.</summary>
internal sealed class BrokerAddress
{
    private const string Key = "ConnectionStrings:RabbitMQ";

    private readonly Uri _uri;

    private BrokerAddress(Uri uri) => _uri = uri;

    /// <summary>True for <c>amqps</c> and <c>rabbitmqs</c> on every port. MassTransit by itself goes by the port: it takes 5671 for TLS and every other for plain text.</summary>
    public bool UsesTls => _uri.Scheme is "amqps" or "rabbitmqs";

    /// <summary>The address that <c>ConnectionStrings:RabbitMQ</c>, or the file of <c>ConnectionStrings:RabbitMQ_FILE</c>, holds; null when there is none.</summary>
    /// <exception cref="OptionsValidationException">It is no address of a broker, or the file cannot be read.</exception>
    public static BrokerAddress? Read(IConfiguration configuration)
    {
        var text = SecretSetting.Read(configuration, Key);
        if (text is null) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" or "rabbitmq" or "rabbitmqs" && uri.Host.Length > 0
            ? new BrokerAddress(uri)
            : throw new OptionsValidationException(Key, typeof(Uri), [$"{Key} has to be an address such as amqps://USER:PASSWORD@HOST:5671/VHOST"]);
    }

    /// <summary>Leads MassTransit to the broker.</summary>
    public void Configure(IRabbitMqBusFactoryConfigurator transport, BrokerCertificate certificate, TimeSpan heartbeat) => transport.Host(_uri, host =>
    {
        host.Heartbeat(heartbeat);
        if (!UsesTls) return;
        host.UseSsl(tls =>
        {
            tls.ServerName = _uri.Host;
            tls.Protocol = SslProtocols.None; // The newest that both sides know.
            tls.CertificateValidationCallback = certificate.Accept;
        });
    });

    /// <summary>For a connection beside the bus.</summary>
    public ConnectionFactory Factory(BrokerCertificate certificate)
    {
        var scheme = UsesTls ? "amqps" : "amqp";
        var factory = new ConnectionFactory { Uri = new UriBuilder(_uri) { Scheme = scheme }.Uri, AutomaticRecoveryEnabled = false };
        if (!UsesTls) return factory;
        factory.Ssl = new SslOption(_uri.Host, enabled: true) { Version = SslProtocols.None, CertificateValidationCallback = certificate.Accept };
        return factory;
    }
}
