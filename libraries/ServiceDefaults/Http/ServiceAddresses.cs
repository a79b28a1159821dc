namespace MonitoringDemo.ServiceDefaults.Http;

/// <summary>Where each service listens and is called when nothing else is configured: loopback, one port each. <c>deploy/prometheus/prometheus.yml</c> scrapes the same.</summary>
public static class ServiceAddresses
{
    /// <summary>The page; the demo, with every service in one process, listens here too.</summary>
    public const string ControlRoom = "http://127.0.0.1:5080";

    /// <summary>Predictions and outcomes.</summary>
    public const string Inference = "http://127.0.0.1:5081";

    /// <summary>Health and metrics of drift detection.</summary>
    public const string DriftDetection = "http://127.0.0.1:5082";

    /// <summary>The model registry.</summary>
    public const string Retraining = "http://127.0.0.1:5083";

    /// <summary>Alerts and their channels.</summary>
    public const string Alerting = "http://127.0.0.1:5084";

    /// <summary>Scenarios and the pace.</summary>
    public const string Traffic = "http://127.0.0.1:5085";
}
