namespace MonitoringDemo.ServiceDefaults.Security;

/// <summary>The service would be reachable from other machines without a token. Hosts end with exit code 2.</summary>
public sealed class InsecureBindingException(string address)
    : InvalidOperationException($"'{address}' can be reached from other machines: set {AccessToken.Variable} to a secret of your own, or bind to http://127.0.0.1.");
