namespace MonitoringDemo.ServiceDefaults.Security;

/// <summary>Says of an endpoint that it asks by itself who may come in, where there is a token. Host and origin are checked for it as for every other.</summary>
/// <remarks>Who sends the token, or a person's, is let in as the <see cref="People.Caller"/> among the request's features; who does not has none.</remarks>
public sealed record AsksItself;
