using System.Net;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>The inference service refused a request; the message says why.</summary>
/// <param name="message">What was asked and what was answered.</param>
/// <param name="status">The status of the answer.</param>
/// <param name="nextRow">The row that the service takes next, where its answer says so; otherwise null.</param>
internal sealed class RefusedException(string message, HttpStatusCode status, long? nextRow) : HttpRequestException(message, null, status)
{
    public long? NextRow => nextRow;
}
