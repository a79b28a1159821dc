namespace MonitoringDemo.InferenceLog;

/// <summary>The data's owner has accepted what was found broken: from here on it is well as it is. A second one of the same name changes nothing.</summary>
/// <param name="Row">The row that comes next.</param>
/// <param name="What">The feature; of a finding about whole rows its detector.</param>
/// <param name="UpdateId">The incident of the request.</param>
public sealed record AcceptedData(long Row, string What, string UpdateId) : LogRecord;
